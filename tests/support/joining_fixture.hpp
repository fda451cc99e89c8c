/// People at the doors of groups: the small organisation, with an interest group and a secret one besides.
#pragma once

#include "server/features/filling.hpp"
#include "server/features/invitation_links.hpp"
#include "server/features/invitations.hpp"
#include "server/features/joining.hpp"
#include "tests/support/feature_fixture.hpp"

#include <future>

namespace plein::test {

using S = GroupStanding;

class JoiningTest : public FeatureTest {
protected:
    S ask(PersonId who, GroupId group, const std::string& note = "") {
        return act(who, features::ask_to_join, AskToJoin{group, Text<limits::note>{note}}).standing;
    }
    S withdraw(PersonId who) {
        return act(who, features::withdraw_request, WithdrawRequest{town.group}).standing;
    }
    void approve(PersonId owner, PersonId person) {
        act(owner, features::approve_request, ApproveRequest{town.group, person});
    }
    void decline(PersonId owner, PersonId person, const std::string& word = "") {
        act(owner, features::decline_request, DeclineRequest{town.group, person, {word}});
    }
    S invite(PersonId owner, GroupId group, PersonId person, GroupRole role = GroupRole::member) {
        return act(owner, features::set_invitation, SetInvitation{group, person, role}).standing;
    }
    S accept(PersonId who, GroupId group) {
        return act(who, features::accept_invitation, AcceptInvitation{group}).standing;
    }

    std::vector<OwnStanding> standings(PersonId who) {
        return look(who, features::list_standings, ListStandings{}).items;
    }
    /// "name standing" of each entry.
    std::vector<std::string> directory(PersonId who, const ListDirectory& request = {}) {
        std::vector<std::string> entries;
        for (const DirectoryEntry& entry : look(who, features::list_directory, request).items)
            entries.push_back(entry.sign.name + " " + std::string{name_of(entry.standing)});
        return entries;
    }
    std::int32_t pending(PersonId owner) {
        return look(owner, features::get_group, GetGroup{town.group}).view.pending_requests.value();
    }
    std::optional<GroupRole> role_of(PersonId person, GroupId group) {
        const auto rows =
            run_sql(test_database, "SELECT role FROM memberships WHERE state = 'active' AND group_id = " +
                                       std::to_string(group.value) +
                                       " AND person_id = " + std::to_string(person.value));
        return rows.empty() ? std::nullopt : enum_named<GroupRole>(rows[0][0].c_str());
    }
    std::optional<GroupRole> role_of(PersonId person) { return role_of(person, town.group); }

    /// Owned by `town.owner`.
    GroupId found(const std::string& name, const std::string& visibility, const std::string& kind) {
        const auto rows = run_sql(test_database,
                                  "INSERT INTO groups (name, purpose, visibility, kind) VALUES ('" + name +
                                      "', 'Its purpose', '" + visibility + "', '" + kind + "') RETURNING id");
        const GroupId group{rows[0][0].as<std::int64_t>()};
        run_sql(test_database, "INSERT INTO memberships (group_id, person_id, role, since) VALUES (" +
                                   std::to_string(group.value) + ", " + std::to_string(town.owner.value) +
                                   ", 'owner', now())");
        return group;
    }

    /// Both at once, on two nodes; how each ended.
    template <class One, class Two>
    std::pair<std::optional<ErrorCode>, std::optional<ErrorCode>> at_once(One one, Two two) {
        auto first = std::async(std::launch::async, [&] { return refusal_of([&] { one(*database); }); });
        auto second = std::async(std::launch::async, [&] { return refusal_of([&] { two(*other_node); }); });
        return {first.get(), second.get()};
    }

    std::unique_ptr<storage::Database> other_node = open();
    const GroupId running = found("Running", "closed", "interest");
    const GroupId secret = found("Secret", "secret", "work");
};

}  // namespace plein::test
