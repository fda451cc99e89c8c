#include "server/features/announcing.hpp"

#include "protocol/json_reader.hpp"
#include "server/features/post_views.hpp"
#include "server/features/written_text.hpp"
#include "storage/departments.hpp"

namespace plein::features {

using storage::TabAccess;
using storage::Transaction;

void check_news(Transaction& tx, const TabAccess& tab, const CreatePost& request,
                const JsonOf<MarkdownTree>& blocks) {
    if (!request.news) return;
    if (!tab.group().full_member()) throw Refusal{ErrorCode::forbidden, "news"};
    if (request.news->must_read && !access::may_curate(tab)) throw Refusal{ErrorCode::forbidden, "must_read"};
    check_title(blocks);
    const auto& affects = request.news->affects.items;
    const std::set<DepartmentId> departments{affects.begin(), affects.end()};
    if (departments.size() < affects.size())
        throw Refusal{ErrorCode::invalid_request, "$.news.affects", "each once"};
    for (const DepartmentId department : departments) {
        if (!storage::lock_open_department(tx, department, std::nullopt))
            throw Refusal{ErrorCode::not_found, "news"};
    }
}

std::vector<AffectedDepartment> affected_by(const News& news) {
    return from_json<std::vector<AffectedDepartment>>(news.affects.text);
}

std::set<PersonId> acknowledgers_of(const News& news) {
    std::set<PersonId> people;
    for (const AffectedDepartment& each : affected_by(news)) {
        if (each.acknowledgement) people.insert(each.acknowledgement->by);
    }
    return people;
}

void tell_news(Transaction& tx, const TabAccess& tab, PostId post, const News& news) {
    tx.tell(tab.stream(), NewsChanged{post, tab.tab().id, tab.tab().group, news}, subject_of_news(post));
}

void open_news(Transaction& tx, const TabAccess& tab, const Post& post) {
    if (post.kind != PostKind::news) return;
    tell_news(tx, tab, post.id, storage::update_since(tx, tab, post.id, post.published_at));
}

}  // namespace plein::features
