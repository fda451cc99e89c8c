#include "server/features/standing.hpp"

#include "server/features/offers.hpp"
#include "server/features/people.hpp"
#include "storage/departments.hpp"
#include "storage/members.hpp"

#include <algorithm>
#include <iterator>

namespace plein::features {

namespace {

using storage::Transaction;
using Streams = std::vector<std::string>;  // in the order of names, each once

Streams without(const Streams& all, const Streams& kept) {
    Streams rest;
    std::ranges::set_difference(all, kept, std::back_inserter(rest));
    return rest;
}

/// Errors: last_owner.
std::vector<Member> make_guest_everywhere(Transaction& tx, PersonId person) {
    const auto system = access::as_system("becomes a guest of the organisation");
    const auto owned = storage::select_owned_groups(tx, system, person);
    auto demoted = storage::update_roles_to_guest(tx, system, person);
    if (storage::select_ownerless(tx, system, owned)) throw Refusal{ErrorCode::last_owner, "person"};
    return demoted;
}

/// Guests head nothing.
void end_headships(Transaction& tx, PersonId person) {
    const auto system = access::as_system("becomes a guest of the organisation");
    for (Department& department : storage::delete_headships(tx, system, person))
        tx.tell(organisation_stream, DepartmentChanged{std::move(department)});
}

/// A group hears of its new guest, and the organisation of its new colleague elsewhere, before that person stops hearing
/// of them.
void tell_changes(Transaction& tx, PersonId person, const std::vector<Member>& demoted, const Streams& lost) {
    for (const Member& member : demoted)
        tx.tell(stream_of(member.group), MemberChanged{member});
    tell_of(tx, person);
    for (const std::string& stream : lost)
        tx.tell(stream, AccessRevoked{person});
    tx.tell(stream_of(person), AccessChanged{person});
}

}  // namespace

void change_standing(Transaction& tx, PersonId person, const Place& before, const Place& after) {
    const auto system = access::as_system("moved, or given another role");
    const Streams read_before = access::readable_streams(tx, system, person, before.role, before.department);
    const bool becomes_guest = after.role == Role::guest && before.role != Role::guest;
    const auto demoted = becomes_guest ? make_guest_everywhere(tx, person) : std::vector<Member>{};
    if (becomes_guest) end_headships(tx, person);
    if (!access::has(after.role, Right::break_glass)) storage::update_emergencies_ended(tx, system, person);
    const Streams read_after = access::readable_streams(tx, system, person, after.role, after.department);
    tell_changes(tx, person, demoted, without(read_before, read_after));
    if (becomes_guest) end_offers(tx, person, std::nullopt);
}

void change_places(Transaction& tx, const std::vector<PersonId>& people,
                   const std::vector<access::Move>& moves) {
    if (people.empty()) return;
    const auto lost = access::lost_streams(tx, access::as_system("many moved"), moves);
    tell_of(tx, people);
    for (const auto& [stream, person] : lost)
        tx.tell(stream, AccessRevoked{person});
    for (const access::Move& move : moves)
        tx.tell(stream_of(move.person), AccessChanged{move.person});
}

}  // namespace plein::features
