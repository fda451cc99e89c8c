#include "tests/support/random_actions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>

namespace plein::test {

std::uint64_t seed_of_run(std::uint64_t otherwise) {
    const char* given = std::getenv("PLEIN_TEST_SEED");
    return given ? std::strtoull(given, nullptr, 10) : otherwise;
}

RandomActions::RandomActions(Deployment& plein, std::uint64_t seed) : plein_(plein), random_(seed) {
    const Organisation& town = plein.town;
    people_ = {town.owner, town.other_owner, town.moderator, town.member,       town.colleague,
               town.guest, town.stranger,    town.newcomer,  town.administrator};
    tabs_ = {town.general, town.transport_tab, town.opened, town.announcements, town.elsewhere_general};
}

std::vector<PersonId> RandomActions::active() const {
    std::vector<PersonId> all;
    std::ranges::copy_if(people_, std::back_inserter(all),
                         [&](PersonId person) { return !suspended_.contains(person); });
    return all;
}

template <Request R>
std::optional<typename R::Response> RandomActions::attempt(PersonId who, const R& request) {
    const std::size_t node = any(plein_.size());
    Device device = plein_.device(who, node);
    const Wire wire = wire_of(request);
    const HttpAnswer answer = device.send(wire);
    done_.push_back(fmt::format("person {} on node {}: {} {} {} → {}", who.value, node, wire.method,
                                wire.target, wire.body, answer.status));
    if (answer.status == 403 || answer.status == 404 || answer.status == 409) return std::nullopt;
    if (answer.status / 100 != 2) throw Unexpected{wire, answer};
    if constexpr (std::is_same_v<typename R::Response, NoContent>)
        return NoContent{};
    else
        return from_json<typename R::Response>(answer.body, answer_depth);
}

void RandomActions::step() {
    struct Weighted {
        std::size_t weight;
        Action action;
    };
    static constexpr Weighted actions[] = {
        {12, &RandomActions::create_post},    {2, &RandomActions::repeat_create},
        {5, &RandomActions::edit_post},       {4, &RandomActions::delete_post},
        {3, &RandomActions::restore_post},    {5, &RandomActions::mark_read},
        {2, &RandomActions::mark_all_read},   {2, &RandomActions::restore_readings},
        {5, &RandomActions::set_following},   {1, &RandomActions::finish_welcome},
        {6, &RandomActions::set_member},      {4, &RandomActions::remove_member},
        {2, &RandomActions::set_preferences}, {2, &RandomActions::begin_session},
        {2, &RandomActions::end_session},     {1, &RandomActions::suspend_or_reinstate},
    };
    std::size_t total = 0;
    for (const Weighted& each : actions)
        total += each.weight;
    std::size_t lot = any(total);
    const auto* drawn = std::ranges::find_if(actions, [&](const Weighted& each) {
        if (lot < each.weight) return true;
        lot -= each.weight;
        return false;
    });
    (this->*drawn->action)();
}

std::string RandomActions::words() { return "words " + std::to_string(random_() % 10'000); }

void RandomActions::create_post() {
    CreatePost request{.tab = any_of(tabs_), .body = {words()}};
    ++creates_;
    std::memcpy(request.client_id.bytes.data(), &creates_, sizeof creates_);
    if (const auto post = attempt(anyone(), request)) written_.push_back({*post, request});
}

void RandomActions::repeat_create() {
    if (written_.empty()) return;
    const Written& written = any_of(written_);
    if (!suspended_.contains(written.post.author)) attempt(written.post.author, written.request);
}

void RandomActions::edit_post() {
    if (written_.empty()) return;
    Written& written = written_[any(written_.size())];
    const bool by_author = any(4) != 0 && !suspended_.contains(written.post.author);
    EditPost request{.post = written.post.id, .version = written.post.version, .body = {words()}};
    if (const auto post = attempt(by_author ? written.post.author : anyone(), request)) written.post = *post;
}

void RandomActions::delete_post() {
    if (written_.empty()) return;
    const Post& post = any_of(written_).post;
    const bool by_author = any(4) != 0 && !suspended_.contains(post.author);
    attempt(by_author ? post.author : anyone(), DeletePost{post.id});
}

void RandomActions::restore_post() {
    if (written_.empty()) return;
    Written& written = written_[any(written_.size())];
    if (suspended_.contains(written.post.author)) return;
    if (const auto post = attempt(written.post.author, RestorePost{written.post.id})) written.post = *post;
}

void RandomActions::mark_read() {
    if (written_.empty()) return;
    const Post& post = any_of(written_).post;
    attempt(anyone(), MarkRead{post.tab, post.id});
}

/// As "Alles gelezen" on Home: the newest of each tab that has something unread.
void RandomActions::mark_all_read() {
    const PersonId who = anyone();
    std::map<TabId, Reading> before;
    for (const GroupView& group : plein_.device(who).ask(ListGroups{}).items) {
        for (const TabView& tab : group.tabs)
            before[tab.tab.id] = tab.reading;
    }
    MarkAllRead request;
    std::set<TabId> marked;
    for (const PostView& view : plein_.device(who).ask(ListHomePosts{.unread = true}).items) {
        if (marked.insert(view.post.tab).second) request.marks.items.push_back({view.post.tab, view.post.id});
    }
    const auto after = attempt(who, request);
    if (!after) return;
    marked_[who].clear();
    for (const Reading& reading : after->items)
        marked_[who].push_back({reading.tab, reading.version, before[reading.tab].read_until});
}

void RandomActions::restore_readings() {
    const PersonId who = anyone();
    RestoreReadings request;
    request.readings.items = marked_[who];
    attempt(who, request);
}

void RandomActions::set_following() {
    static const std::vector choices{Following::followed, Following::unfollowed, Following::muted};
    attempt(anyone(), SetFollowing{any_of(tabs_), any_of(choices)});
}

void RandomActions::set_member() {
    static const std::vector roles{GroupRole::owner, GroupRole::moderator, GroupRole::member,
                                   GroupRole::guest};
    const PersonId by = any(3) ? plein_.town.owner : anyone();
    if (suspended_.contains(by)) return;
    attempt(by, SetMember{plein_.town.group, any_of(people_), any_of(roles)});
}

void RandomActions::remove_member() {
    const PersonId by = any(3) ? plein_.town.owner : anyone();
    if (suspended_.contains(by)) return;
    attempt(by, RemoveMember{plein_.town.group, any(3) ? any_of(people_) : by});
}

void RandomActions::set_preferences() {
    attempt(anyone(),
            SetPreferences{any(2) ? Language::nl : Language::en, any(2) ? Theme::dark : Theme::light});
}

void RandomActions::finish_welcome() { attempt(anyone(), FinishWelcome{}); }

/// With the password, so that the other devices hear of it.
void RandomActions::begin_session() {
    const PersonId who = anyone();
    const Person person = plein_.device(who).ask(ListPeople{{{who}}}).items.at(0);
    attempt(who, SignIn{{person.name + "@example.org"}, {password_of_all}});
}

/// One of the others: the one that the test uses goes on.
void RandomActions::end_session() {
    const PersonId who = anyone();
    for (const Session& session : plein_.device(who).ask(ListSessions{}).items) {
        if (session.current) continue;
        attempt(who, EndSession{session.id});
        return;
    }
}

void RandomActions::suspend_or_reinstate() {
    const PersonId who = any_of(people_);
    const PersonId by = plein_.town.administrator;
    if (suspended_.contains(who)) {
        attempt(by, ReinstatePerson{who});
        suspended_.erase(who);
    } else if (attempt(by, SuspendPerson{who})) {
        suspended_.insert(who);
        plein_.forget_session_of(who);
    }
}

}  // namespace plein::test
