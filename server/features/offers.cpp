#include "server/features/offers.hpp"

#include "storage/invitation_links.hpp"
#include "storage/joining.hpp"
#include "storage/members.hpp"

namespace plein::features {

namespace {

using storage::GroupAccess;
using storage::Transaction;

/// One event for each of them, and for each owner of `owners`.
void tell_ended(Transaction& tx, const std::vector<storage::EndedWaiting>& ended, GroupId group,
                const std::vector<PersonId>& owners) {
    for (const auto& each : ended)
        tx.tell(stream_of(each.person), StandingChanged{each.group, GroupStanding::none});
    for (const PersonId owner : owners)
        tx.tell(stream_of(owner), RequestsChanged{group, 0});
}

}  // namespace

void end_offers(Transaction& tx, PersonId owner, std::optional<GroupId> group) {
    tell_ended(tx, storage::delete_offers_of(tx, owner, group), {}, {});
}

void end_requests(Transaction& tx, const GroupAccess& group) {
    const auto ended = storage::delete_waiting(tx, group, GroupStanding::requested);
    if (ended.empty()) return;
    tell_ended(tx, ended, group.group(), storage::select_owners_to_tell(tx, group.group()));
}

void end_waiting(Transaction& tx, const GroupAccess& group) {
    storage::delete_links(tx, group);
    tell_ended(tx, storage::delete_waiting(tx, group, std::nullopt), group.group(), {});
}

}  // namespace plein::features
