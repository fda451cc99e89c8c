// Groups, their tabs, and who comes and goes.
#include "tests/support/random_actions.hpp"

#include <algorithm>
#include <cstring>

namespace plein::test {

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

}  // namespace plein::test
