#include "server/features/proposing.hpp"

#include "protocol/json_reader.hpp"
#include "server/features/notifying.hpp"
#include "server/features/post_views.hpp"
#include "storage/departments.hpp"
#include "storage/members.hpp"

namespace plein::features {

using storage::TabAccess;
using storage::Transaction;

std::vector<PersonId> deciders_of(storage::Reader& reader, const TabAccess& tab, const Addressee& addressee) {
    std::vector<PersonId> people = answerers_of(reader, addressee);
    if (addressee.service) {
        const auto heads = answerers_of(reader, {addressee.department, std::nullopt});
        people.insert(people.end(), heads.begin(), heads.end());
    }
    return people.empty() ? storage::select_moderators(reader, tab.group()) : people;
}

std::vector<IdeaStep> steps_of(const Idea& idea) { return from_json<std::vector<IdeaStep>>(idea.steps.text); }

std::set<PersonId> who_decided(const Idea& idea) {
    std::set<PersonId> people;
    for (const IdeaStep& step : steps_of(idea))
        people.insert(step.by);
    return people;
}

void tell_idea(Transaction& tx, const TabAccess& tab, PostId post, const Idea& idea) {
    tx.tell(tab.stream(), IdeaChanged{post, tab.tab().id, tab.tab().group, idea}, subject_of_idea(post));
}

void open_idea(Transaction& tx, const TabAccess& tab, const Post& post) {
    if (post.kind != PostKind::idea) return;
    auto idea = storage::select_idea(tx, tab, post.id).value();
    if (idea.department && !storage::lock_open_department(tx, *idea.department, std::nullopt))
        idea = storage::update_addressee(tx, tab, post.id, {});
    tell_idea(tx, tab, post.id, idea);
}

}  // namespace plein::features
