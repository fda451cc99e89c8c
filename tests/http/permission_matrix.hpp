/// Who may ask what: every route of the API, tried as everyone, with the status that it answers.
#pragma once

#include "protocol/routes.hpp"
#include "tests/support/deployment.hpp"

#include <array>
#include <functional>
#include <set>
#include <string>
#include <vector>

namespace plein::test {

/// What the requests of the matrix are about. Asked with ids that do not exist, the same requests show what nobody's
/// content answers.
struct Scene {
    GroupId group;
    TabId general;          // of all full members
    TabId transport_tab;    // of one department
    TabId opened;           // to guests
    TabId announcements;    // owners post
    TabId proposals;        // what members post waits for approval
    PostId held_post;       // of the member, there
    PostId planned_post;    // of the member, in General
    PostId post;            // of the owner, in General
    PostId limited_post;    // of the owner, for one department
    PostId former_post;     // of the removed member, in General
    CommentId comment;      // of the owner, below their post
    PostId question;        // of the owner, in General, to nobody yet
    PostId equal_question;  // another one of the owner
    PostId confidential;    // question of the member, in General, to the warehouse
    PostId poll;            // of the owner, in General
    PostId news;            // of the owner, in General, to be confirmed
    PostId idea;            // of the owner, in General, for the service
    PostId event;           // of the owner, in General
    CommentId answer;       // of the owner, below it
    SessionId session;      // somebody else's
    PersonId newcomer;      // whom owners add and remove, and administrators suspend
    DepartmentId department;
    PersonId specialist;  // works in the SSC
    ServiceId service;
    ServiceId outdated_service;
    TabId shaped;            // of all members; owners change and archive it
    TabId archived;          // of all members, before it was archived
    GroupId archived_group;  // of the stranger
    TabId tab_of_archived_group;
};

/// In the order of the columns. `nobody` has no session.
enum Who { nobody, stranger, guest, member, moderator, owner, administrator, suspended, removed, who_count };
inline constexpr std::array<const char*, who_count> who_names{
    "nobody", "stranger", "guest", "member", "moderator", "owner", "administrator", "suspended", "removed"};

struct Row {
    std::string route;  // "GET /api/me"
    std::string about;
    std::array<unsigned, who_count> expected;
    std::function<Wire(const Scene&, Who)> request;
};

/// Rows are tried in order, each by everyone in the order of the columns: the owner's delete comes before the restore.
[[nodiscard]] std::vector<Row> permission_matrix();

template <Request R>
[[nodiscard]] std::string route_of() {
    const Wire wire = wire_of(R{});
    return wire.method + " " + std::string{R::endpoint.path};
}

}  // namespace plein::test
