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
    groups_ = {town.group, town.elsewhere};
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
        {12, &RandomActions::create_post},      {2, &RandomActions::repeat_create},
        {5, &RandomActions::edit_post},         {4, &RandomActions::delete_post},
        {3, &RandomActions::restore_post},      {3, &RandomActions::edit_held},
        {1, &RandomActions::withdraw_held},     {6, &RandomActions::decide_on_held},
        {5, &RandomActions::mark_read},         {6, &RandomActions::set_member},
        {4, &RandomActions::remove_member},     {1, &RandomActions::create_tab},
        {6, &RandomActions::edit_tab},          {1, &RandomActions::order_tabs},
        {2, &RandomActions::archive_tab},       {3, &RandomActions::restore_tab},
        {2, &RandomActions::set_preferences},   {2, &RandomActions::begin_session},
        {2, &RandomActions::end_session},       {1, &RandomActions::suspend_or_reinstate},
        {1, &RandomActions::create_account},    {4, &RandomActions::move_or_promote},
        {2, &RandomActions::import_people},     {3, &RandomActions::edit_department},
        {2, &RandomActions::move_service},      {1, &RandomActions::set_holidays},
        {2, &RandomActions::set_profile},       {1, &RandomActions::create_group},
        {3, &RandomActions::edit_group},        {2, &RandomActions::archive_or_restore},
        {1, &RandomActions::break_glass},       {5, &RandomActions::ask_to_join},
        {2, &RandomActions::withdraw_request},  {4, &RandomActions::decide_on_request},
        {4, &RandomActions::set_invitation},    {1, &RandomActions::withdraw_invitation},
        {4, &RandomActions::answer_invitation}, {1, &RandomActions::create_link},
        {3, &RandomActions::follow_link},       {1, &RandomActions::add_members},
        {2, &RandomActions::mark_all_read},     {2, &RandomActions::restore_readings},
        {5, &RandomActions::set_following},     {1, &RandomActions::finish_welcome},
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

PersonId RandomActions::owner_of(GroupId group) {
    const PersonId first = group == plein_.town.group ? plein_.town.owner : plein_.town.stranger;
    return any(4) && !suspended_.contains(first) ? first : anyone();
}

void RandomActions::create_post() {
    const CreatePost request{.tab = any_of(tabs_), .client_id = next_id(), .body = {words()}};
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

std::optional<Post> RandomActions::own_held_of(PersonId who) {
    const auto own = attempt(who, ListOwnHeldPosts{plein_.town.group});
    if (!own || own->items.empty()) return std::nullopt;
    return any_of(own->items).post;
}

/// At times as it was before.
void RandomActions::edit_held() {
    const PersonId who = anyone();
    const auto post = own_held_of(who);
    if (post) attempt(who, EditHeldPost{post->id, post->version - (any(8) == 0 ? 1 : 0), {words()}});
}

void RandomActions::withdraw_held() {
    const PersonId who = anyone();
    if (const auto post = own_held_of(who)) attempt(any(4) ? who : anyone(), WithdrawHeldPost{post->id});
}

/// By whoever may, or by somebody else who knows the number.
void RandomActions::decide_on_held() {
    const PersonId who = mostly(any(2) ? plein_.town.owner : plein_.town.moderator);
    const auto queue = attempt(who, ListHeldPosts{plein_.town.group});
    if (!queue || queue->items.empty()) return;
    const Post& post = any_of(queue->items).post;
    const PersonId by = any(4) ? who : anyone();
    if (any(3))
        attempt(by, ApproveHeldPost{post.id, post.version});
    else
        attempt(by, DeclineHeldPost{post.id, post.version, {words()}});
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

PersonId RandomActions::mostly(PersonId owner) {
    return any(4) && !suspended_.contains(owner) ? owner : anyone();
}

void RandomActions::create_tab() {
    static const std::vector audiences{TabAudience::members, TabAudience::department, TabAudience::guests};
    CreateTab request{.group = plein_.town.group,
                      .client_id = {},
                      .name = {words()},
                      .department = any(2) ? plein_.town.transport : plein_.town.warehouse,
                      .audience = any_of(audiences)};
    ++creates_;
    std::memcpy(request.client_id.bytes.data(), &creates_, sizeof creates_);
    if (const auto made = attempt(mostly(plein_.town.owner), request)) tabs_.push_back(made->id);
}

/// Another name, rule or audience; at times of a version that is no longer current.
void RandomActions::edit_tab() {
    static const std::vector audiences{TabAudience::members, TabAudience::department, TabAudience::guests};
    static const std::vector rules{PostingRule::everyone, PostingRule::everyone, PostingRule::owners,
                                   PostingRule::approval, PostingRule::approval};
    const PersonId who = mostly(any(2) ? plein_.town.owner : plein_.town.other_owner);
    const auto seen = attempt(who, GetGroup{plein_.town.group});
    if (!seen || seen->view.tabs.empty()) return;
    const Tab& tab = any_of(seen->view.tabs).tab;
    EditTab request{.tab = tab.id,
                    .version = tab.version - (any(8) == 0 ? 1 : 0),
                    .name = {any(2) ? words() : tab.name},
                    .department = any(2) ? plein_.town.transport : plein_.town.warehouse,
                    .audience = any_of(audiences),
                    .posting = any_of(rules)};
    attempt(who, request);
}

void RandomActions::order_tabs() {
    const PersonId who = mostly(plein_.town.other_owner);
    const auto seen = attempt(who, GetGroup{plein_.town.group});
    if (!seen) return;
    OrderTabs request{.group = plein_.town.group, .tabs = {}};
    for (const TabView& view : seen->view.tabs)
        request.tabs.items.push_back({view.tab.id, view.tab.version});
    std::ranges::shuffle(request.tabs.items, random_);
    attempt(who, request);
}

void RandomActions::archive_tab() { attempt(mostly(plein_.town.owner), ArchiveTab{any_of(tabs_)}); }

void RandomActions::restore_tab() { attempt(mostly(plein_.town.owner), RestoreTab{any_of(tabs_)}); }
void RandomActions::create_group() {
    CreateGroup request{.client_id = next_id(), .form = form()};
    request.owners = {{any_of(people_)}};
    if (any(2)) request.departments = {{plein_.town.transport}};
    const auto group = attempt(anyone(), request);
    if (group) groups_.push_back(group->id);
}

/// The version is a guess: too old at times.
void RandomActions::edit_group() {
    const GroupId group = any_of(groups_);
    const PersonId by = anyone();
    const auto answer = attempt(by, GetGroup{group});
    const std::int32_t version = answer ? answer->view.group.version : 1;
    attempt(by, EditGroup{group, version, form()});
}

void RandomActions::archive_or_restore() {
    const GroupId group = any_of(groups_);
    const PersonId by = any(3) && !suspended_.contains(plein_.town.owner) ? plein_.town.owner : anyone();
    if (!attempt(by, RestoreGroup{group})) attempt(by, ArchiveGroup{group});
}

void RandomActions::break_glass() {
    const PersonId by = plein_.town.administrator;
    if (suspended_.contains(by)) return;
    attempt(by, BreakGlass{any_of(groups_), next_id(), {"somebody is in danger"}});
}

GroupForm RandomActions::form() {
    static const std::vector colours{GroupColour::teal, GroupColour::brick, GroupColour::moss};
    GroupForm form{.name = {words()}, .purpose = {words()}};
    if (any(2)) form.visibility = GroupVisibility::secret;
    if (any(2)) form.kind = GroupKind::interest;
    form.colour = any_of(colours);
    return form;
}

Uuid RandomActions::next_id() {
    Uuid id;
    ++creates_;
    std::memcpy(id.bytes.data(), &creates_, sizeof creates_);
    return id;
}

void RandomActions::ask_to_join() {
    attempt(anyone(), AskToJoin{any_of(groups_), Text<limits::note>{words()}});
}

void RandomActions::withdraw_request() { attempt(anyone(), WithdrawRequest{any_of(groups_)}); }

void RandomActions::decide_on_request() {
    const GroupId group = any_of(groups_);
    if (any(3))
        attempt(owner_of(group), ApproveRequest{group, any_of(people_)});
    else
        attempt(owner_of(group), DeclineRequest{group, any_of(people_), {words()}});
}

void RandomActions::set_invitation() {
    static const std::vector roles{GroupRole::owner, GroupRole::moderator, GroupRole::member,
                                   GroupRole::guest};
    const GroupId group = any_of(groups_);
    attempt(owner_of(group), SetInvitation{group, any_of(people_), any_of(roles)});
}

void RandomActions::withdraw_invitation() {
    const GroupId group = any_of(groups_);
    attempt(owner_of(group), WithdrawInvitation{group, any_of(people_)});
}

void RandomActions::answer_invitation() {
    if (any(3))
        attempt(anyone(), AcceptInvitation{any_of(groups_)});
    else
        attempt(anyone(), DeclineInvitation{any_of(groups_)});
}

void RandomActions::create_link() {
    const GroupId group = any_of(groups_);
    const CreateLink request{.client_id = next_id(), .group = group, .days = 1, .uses = 2};
    if (const auto made = attempt(owner_of(group), request)) tokens_.push_back(made->token);
}

void RandomActions::follow_link() {
    if (!tokens_.empty()) attempt(anyone(), FollowLink{{any_of(tokens_)}});
}

void RandomActions::add_members() {
    const GroupId group = any_of(groups_);
    attempt(owner_of(group), AddMembers{group, {{any_of(people_), any_of(people_)}}});
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

/// Somebody new, whom nobody has invited yet.
void RandomActions::create_account() {
    CreateAccount request{.name = {words()}};
    ++creates_;
    std::memcpy(request.client_id.bytes.data(), &creates_, sizeof creates_);
    request.personnel_number = Text<limits::personnel_number, 1>{std::to_string(creates_)};
    attempt(any(4) ? plein_.town.administrator : anyone(), request);
}

/// To another department, or with another role in the organisation: both take effect at once.
void RandomActions::move_or_promote() {
    static const std::vector roles{Role::employee, Role::employee, Role::moderator, Role::guest};
    const PersonId by = plein_.town.administrator;
    const ManagedAccount now = plein_.device(by).ask(GetAccount{any_of(people_)});
    EditAccount request{.person = now.person.id, .version = now.version, .name = {now.person.name}};
    request.email = Text<limits::email, 3>{*now.email};
    request.department = now.person.department;
    request.role = now.role;
    if (any(3) == 0)
        request.role = any_of(roles);
    else
        request.department = any(2) ? plein_.town.transport : plein_.town.warehouse;
    attempt(by, request);
}

/// Some people to another department at once, by a file; the same one twice is a wrong file.
void RandomActions::import_people() {
    const PersonId by = plein_.town.administrator;
    PlanImport request{{"name,email,department,title\n"}};
    for (std::size_t i = 0; i < 3; ++i) {
        const ManagedAccount now = plein_.device(by).ask(GetAccount{any_of(people_)});
        request.file.value += now.person.name + "," + *now.email + "," +
                              (any(2) ? "Transport" : "Warehouse") + "," + words() + "\n";
    }
    const auto seen = attempt(by, request);
    if (seen && seen->fingerprint) attempt(by, ApplyImport{request.file, {*seen->fingerprint}});
}

/// Other heads, of Warehouse whose heads post in Announcements; by an administrator, or by whoever may not.
void RandomActions::edit_department() {
    const PersonId by = any(3) ? plein_.town.administrator : anyone();
    if (suspended_.contains(by)) return;
    for (const Department& each : plein_.device(by).ask(ListDepartments{}).items) {
        if (each.id != plein_.town.warehouse) continue;
        EditDepartment request{.department = each.id, .version = each.version, .name = {each.name}};
        request.description = {words()};
        request.heads = {{any_of(people_)}};
        if (any(2)) request.deputies = {{any_of(people_)}};
        attempt(by, request);
    }
}

/// Creates one, or changes or removes one that is there.
void RandomActions::move_service() {
    const PersonId by = plein_.town.administrator;
    if (suspended_.contains(by)) return;
    const auto services = plein_.device(by).ask(ListServices{}).items;
    if (services.empty() || any(3) == 0) {
        CreateService request{
            .name = {words()}, .department = plein_.town.transport, .owner = plein_.town.stranger};
        ++creates_;
        std::memcpy(request.client_id.bytes.data(), &creates_, sizeof creates_);
        attempt(by, request);
        return;
    }
    const Service& service = any_of(services);
    if (any(3) == 0) {
        attempt(by, RemoveService{service.id});
        return;
    }
    attempt(by, EditService{service.id,
                            service.version,
                            service.kind,
                            {words()},
                            plein_.town.warehouse,
                            service.owner,
                            {service.description}});
}

void RandomActions::set_holidays() {
    const PersonId by = plein_.town.administrator;
    if (suspended_.contains(by)) return;
    const Holidays now = plein_.device(by).ask(ListHolidays{}).holidays;
    attempt(by, SetHolidays{now.version, {{Holiday{*parse_date("2026-12-25"), {words()}}}}});
}

void RandomActions::set_profile() {
    static const std::vector colours{Colour::sand, Colour::moss, Colour::pine};
    const PersonId who = anyone();
    const OwnProfile now = plein_.device(who).ask(GetOwnProfile{});
    attempt(who, SetProfile{.version = now.version, .colour = any_of(colours)});
}

}  // namespace plein::test
