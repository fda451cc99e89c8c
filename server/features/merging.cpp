#include "server/features/merging.hpp"

#include "server/features/asking.hpp"
#include "server/features/notifying.hpp"
#include "server/features/post_views.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace plein::features {

namespace {

using storage::ChangedQuestion;
using storage::Transaction;

storage::SystemAccess system_access() { return access::as_system("equal questions"); }

ChangedQuestion stand_alone(Transaction& tx, PostId post) {
    const auto system = system_access();
    const storage::OwnClock own = storage::select_own_clock(tx, system, post);
    const auto promise =
        own.answer_before ? own.answer_before : promise_of(tx, {own.department, own.service}, own.since);
    return {post, storage::update_unmerged(tx, system, post, promise)};
}

/// Of `tabs`, by post: whether all who read the one read the other.
bool is_in_sight(const std::map<PostId, Tab>& tabs, PostId into, const Tab& merged) {
    const auto found = tabs.find(into);
    return found != tabs.end() && !access::widens(found->second, merged);
}

}  // namespace

void tell_questions(Transaction& tx, const storage::SystemAccess& system,
                    const std::vector<ChangedQuestion>& changed) {
    if (changed.empty()) return;
    const auto tabs =
        access::tabs_with_streams(tx, system, storage::column_of(changed, &ChangedQuestion::post));
    for (const auto& [post, question] : changed) {
        const auto tab = tabs.find(post);
        if (tab == tabs.end()) continue;  // nobody reads it, or a desk
        tx.tell(tab->second.stream, QuestionChanged{post, tab->second.id, tab->second.group, question},
                subject_of_question(post));
    }
}

void hold_equals(Transaction& tx, PostId post) {
    const auto equals = storage::select_equal_posts(tx, post);
    if (equals.empty()) return;
    const auto system = system_access();
    std::ignore = access::tabs_with_streams(tx, system, equals);
    storage::lock_answering_question(tx, system, post);
}

std::vector<ChangedQuestion> follow(Transaction& tx, PostId into) {
    const auto system = system_access();
    auto changed = storage::update_merged(tx, system, into);
    tell_questions(tx, system, changed);
    return changed;
}

void inform_askers(Transaction& tx, PersonId doer, PersonId actor, PostId into, NotificationKind kind) {
    const auto system = system_access();
    std::map<TabId, std::vector<PersonId>> asked_in;
    const auto merged = storage::select_merged(tx, system, into);
    for (const auto& each : merged) {
        if (each.author != doer && each.author != actor) asked_in[each.tab].push_back(each.author);
    }
    for (auto& [tab, people] : asked_in)
        people = access::readers_among(tx, system, tab, people);
    for (const auto& [post, tab, group, author] : merged) {
        const auto readers = asked_in.find(tab);
        if (readers == asked_in.end() || std::ranges::count(readers->second, author) == 0) continue;
        notify(tx, {group, post, std::nullopt, actor}, {{kind, author}});
    }
}

Question part(Transaction& tx, PostId post, PostId into) {
    const auto system = system_access();
    storage::lock_answering_question(tx, system, post);
    Question alone = stand_alone(tx, post).question;
    tell_questions(tx, system, {{into, storage::update_counted(tx, system, into)}});
    return alone;
}

void part_from_all(Transaction& tx, PostId post) {
    const auto system = system_access();
    if (const auto into = storage::select_merged_into(tx, post)) part(tx, post, *into);
    std::vector<ChangedQuestion> alone;
    for (const auto& merged : storage::select_merged(tx, system, post))
        alone.push_back(stand_alone(tx, merged.post));
    tell_questions(tx, system, alone);
}

void part_where_out_of_sight(Transaction& tx, PostId post, const Tab& now) {
    const auto system = system_access();
    if (const auto into = storage::select_merged_into(tx, post)) {
        const auto tabs = access::tabs_with_streams(tx, system, {*into});
        if (!is_in_sight(tabs, *into, now)) part(tx, post, *into);
    }
    const auto merged = storage::select_merged(tx, system, post);
    const auto tabs =
        access::tabs_with_streams(tx, system, storage::column_of(merged, &storage::MergedQuestion::post));
    std::vector<ChangedQuestion> alone;
    for (const auto& each : merged) {
        const auto tab = tabs.find(each.post);
        if (tab == tabs.end() || access::widens(now, tab->second))
            alone.push_back(stand_alone(tx, each.post));
    }
    if (alone.empty()) return;
    storage::update_counted(tx, system, post);
    tell_questions(tx, system, alone);
}

void part_where_out_of_sight(Transaction& tx, TabId tab) {
    const auto system = system_access();
    const auto pairs = storage::select_pairs_across(tx, system, tab);
    if (pairs.empty()) return;
    std::vector<PostId> posts = storage::column_of(pairs, &storage::MergedPair::post);
    for (const auto& [post, into] : pairs)
        posts.push_back(into);
    const auto tabs = access::tabs_with_streams(tx, system, posts);
    std::vector<ChangedQuestion> alone;
    for (const auto& [post, into] : pairs) {
        const auto merged = tabs.find(post);
        if (merged != tabs.end() && is_in_sight(tabs, into, merged->second)) continue;
        alone.push_back({post, part(tx, post, into)});
    }
    tell_questions(tx, system, alone);
}

}  // namespace plein::features
