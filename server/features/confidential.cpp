#include "server/features/confidential.hpp"

#include "server/features/kinds.hpp"
#include "server/features/notifying.hpp"
#include "server/features/pages.hpp"
#include "server/features/post_pages.hpp"
#include "server/features/telling.hpp"
#include "server/features/translating.hpp"
#include "storage/questions.hpp"

namespace plein::features {

using storage::TabAccess;

Post ask_desk(Transaction& tx, const Viewer& viewer, const TabAccess& tab, const CreatePost& request) {
    const WrittenPost written = written_post(tx, viewer, tab, request);
    const auto addressee = check_kind(tx, viewer, tab, request, written.text.blocks);
    if (!addressee || !addressee->department)
        throw Refusal{ErrorCode::invalid_request, "$.confidential", "for a department"};
    Post post = storage::insert_post(tx, viewer, tab, request, written.text, PostState::confidential);
    insert_kinds(tx, {{post.id, &tab, &request, *addressee, post.published_at}});
    const auto proof = access::to_post(tx, viewer, post.id);
    const auto notices =
        heard_by(tx, proof, viewer.person, concerned_by(tx, tab, request, addressee, written.named));
    tell_desk(tx, viewer.person, *proof.desk());
    notify(tx, subject_of_notice(post), notices);
    return post;
}

PostPage list_questions(Snapshot& snapshot, const Viewer& viewer, const ListQuestions& request) {
    const auto limit = static_cast<std::size_t>(page_limit(request.limit, default_page));
    const auto before = request.before ? std::optional{feed_key(request.before->value).post} : std::nullopt;
    const auto tabs = access::to_all_tabs(snapshot, viewer);
    const auto desks = access::to_desks(snapshot, viewer);
    const auto select =
        request.list == QuestionList::own ? storage::select_own_questions : storage::select_desk_questions;
    auto posts = select(snapshot, tabs, desks, before, static_cast<std::int64_t>(limit) + 1);
    std::optional<std::string> next;
    if (posts.size() > limit) {
        posts.resize(limit);
        const Post& last = posts.back().post;
        next = to_cursor(storage::FeedKey{last.published_at, last.id});
    }
    for (const TabAccess& tab : tabs.tabs())
        snapshot.touch(tab.stream());
    for (const DepartmentId department : desks.departments())
        snapshot.touch(desk_stream_of(department));
    return to_page(snapshot, viewer, tabs,
                   {with_latest_comments(snapshot, tabs, std::move(posts)), std::move(next)});
}

}  // namespace plein::features
