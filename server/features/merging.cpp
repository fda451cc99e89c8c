#include "server/features/merging.hpp"

#include "server/features/asking.hpp"
#include "server/features/notifying.hpp"
#include "server/features/post_views.hpp"
#include "storage/departments.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>

namespace plein::features {

namespace {

using storage::ChangedQuestion;
using storage::MergedPair;
using storage::Transaction;

storage::SystemAccess system_access() { return access::as_system("equal questions"); }

/// Until when a department answers what comes to it at this moment; nothing where it is no more.
struct Desk {
    bool is_open = false;
    std::optional<Timestamp> answer_before;
};
Desk desk_of(Transaction& tx, DepartmentId department) {
    if (!storage::lock_open_department(tx, department, std::nullopt)) return {};
    return {true, promise_of(tx, {department, std::nullopt}, tx.now())};
}

/// Each goes by its own promise; without one, as if it came to its department now. For nobody yet, where that is no more.
std::vector<ChangedQuestion> stand_alone(Transaction& tx, const std::vector<PostId>& posts) {
    const auto system = system_access();
    auto clocks = storage::lock_own_clocks(tx, system, posts);
    std::map<DepartmentId, Desk> desks;
    for (storage::OwnClock& clock : clocks) {
        if (!clock.department) continue;
        auto desk = desks.find(*clock.department);
        if (desk == desks.end())
            desk = desks.emplace(*clock.department, desk_of(tx, *clock.department)).first;
        if (!desk->second.is_open) {
            clock = {.post = clock.post};
        } else if (!clock.answer_before) {
            clock.answer_before = desk->second.answer_before;
        }
    }
    return storage::update_unmerged(tx, system, clocks);
}

/// All of these pairs part. Returns what changed: those that stand by themselves, those that answered them, and what they
/// still answer as far as it changed.
std::vector<ChangedQuestion> take_apart(Transaction& tx, const std::vector<MergedPair>& pairs) {
    if (pairs.empty()) return {};
    const auto system = system_access();
    const auto posts = storage::column_of(pairs, &MergedPair::post);
    storage::lock_answering_questions(tx, system, posts);
    std::vector<ChangedQuestion> changed = stand_alone(tx, posts);
    const auto others = storage::column_of(pairs, &MergedPair::into);
    std::ranges::move(storage::update_less_merged(tx, system, others), std::back_inserter(changed));
    return changed;
}

void tell_all_but(Transaction& tx, std::vector<ChangedQuestion> changed, PostId post) {
    std::erase_if(changed, [&](const ChangedQuestion& each) { return each.post == post; });
    tell_questions(tx, system_access(), changed);
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

void hold_equal_posts(Transaction& tx, const std::vector<PostId>& posts) {
    const auto equals = storage::select_equal_posts(tx, posts);
    if (!equals.empty()) std::ignore = access::tabs_with_streams(tx, system_access(), equals);
}

void hold_equals(Transaction& tx, const std::vector<PostId>& posts) {
    hold_equal_posts(tx, posts);
    storage::lock_answering_questions(tx, system_access(), posts);
}

void hold_with_equals(Transaction& tx, std::vector<PostId> posts) {
    std::ranges::move(storage::select_equal_posts(tx, posts), std::back_inserter(posts));
    if (!posts.empty()) std::ignore = access::tabs_with_streams(tx, system_access(), posts);
}

std::vector<ChangedQuestion> follow(Transaction& tx, const std::vector<PostId>& into) {
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
    auto changed = take_apart(tx, {{post, into}});
    Question alone = std::ranges::find(changed, post, &ChangedQuestion::post)->question;
    tell_all_but(tx, std::move(changed), post);
    return alone;
}

std::int64_t part_lost(Transaction& tx, PostId post) {
    hold_with_equals(tx, {post});
    const auto system = system_access();
    storage::lock_answering_questions(tx, system, {post});
    const auto into = storage::select_lost_from(tx, system, post);
    if (!into) return 0;
    tell_questions(tx, system, take_apart(tx, {{post, *into}}));
    return 1;
}

void part_from_all(Transaction& tx, PostId post) {
    const auto system = system_access();
    storage::lock_answering_questions(tx, system, {post});
    std::vector<MergedPair> pairs;
    if (const auto into = storage::select_merged_into(tx, post)) pairs.push_back({post, *into});
    for (const auto& merged : storage::select_merged(tx, system, post))
        pairs.push_back({merged.post, post});
    tell_questions(tx, system, take_apart(tx, pairs));
}

void part_where_out_of_sight(Transaction& tx, PostId post, const Tab& now) {
    const auto system = system_access();
    storage::lock_answering_questions(tx, system, {post});
    std::vector<MergedPair> pairs;
    if (const auto into = storage::select_merged_into(tx, post)) {
        const auto tabs = access::tabs_with_streams(tx, system, {*into});
        if (!is_in_sight(tabs, *into, now)) pairs.push_back({post, *into});
    }
    const auto merged = storage::select_merged(tx, system, post);
    const auto tabs =
        access::tabs_with_streams(tx, system, storage::column_of(merged, &storage::MergedQuestion::post));
    for (const auto& each : merged) {
        const auto tab = tabs.find(each.post);
        if (tab == tabs.end() || access::widens(now, tab->second)) pairs.push_back({each.post, post});
    }
    tell_all_but(tx, take_apart(tx, pairs), post);
}

void part_where_out_of_sight(Transaction& tx, TabId tab) {
    const auto system = system_access();
    auto pairs = storage::select_pairs_across(tx, system, tab);
    if (pairs.empty()) return;
    std::vector<PostId> posts = storage::column_of(pairs, &MergedPair::post);
    for (const auto& [post, into] : pairs)
        posts.push_back(into);
    const auto tabs = access::tabs_with_streams(tx, system, posts);
    std::erase_if(pairs, [&](const MergedPair& pair) {
        const auto merged = tabs.find(pair.post);
        return merged != tabs.end() && is_in_sight(tabs, pair.into, merged->second);
    });
    tell_questions(tx, system, take_apart(tx, pairs));
}

}  // namespace plein::features
