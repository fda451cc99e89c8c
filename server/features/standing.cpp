#include "server/features/standing.hpp"

#include "server/access/access.hpp"
#include "server/features/offers.hpp"
#include "server/features/people.hpp"
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

/// All streams are locked in one go. A group hears of its new guest, and the organisation of its new colleague elsewhere,
/// before that person stops hearing of them.
void emit_changes(Transaction& tx, PersonId person, const std::vector<Member>& demoted, const Streams& lost) {
    Streams streams = lost;
    streams.push_back(stream_of(person));
    streams.emplace_back(organisation_stream);
    for (const Member& member : demoted)
        streams.push_back(stream_of(member.group));
    std::ranges::sort(streams);
    streams.erase(std::unique(streams.begin(), streams.end()), streams.end());
    for (const auto& at : tx.publish_on(streams)) {
        const auto member =
            std::ranges::find(demoted, at.stream, [](const Member& each) { return stream_of(each.group); });
        const bool is_of_all = at.stream == organisation_stream;
        if (at.stream == stream_of(person))
            tx.emit(at, AccessChanged{person});
        else if (is_of_all)
            tell_of(tx, at, person);
        else if (member != demoted.end())
            tx.emit(at, MemberChanged{*member});
        else
            tx.emit(at, AccessRevoked{person});
        if ((is_of_all || member != demoted.end()) && std::ranges::binary_search(lost, at.stream))
            tx.emit(tx.publish_on(at.stream), AccessRevoked{person});
    }
}

}  // namespace

void change_standing(Transaction& tx, PersonId person, const Place& before, const Place& after) {
    const auto system = access::as_system("moved, or given another role");
    const Streams read_before = access::readable_streams(tx, system, person, before.role, before.department);
    const bool becomes_guest = after.role == Role::guest && before.role != Role::guest;
    const auto demoted = becomes_guest ? make_guest_everywhere(tx, person) : std::vector<Member>{};
    if (!access::has(after.role, Right::break_glass)) storage::update_emergencies_ended(tx, system, person);
    const Streams read_after = access::readable_streams(tx, system, person, after.role, after.department);
    emit_changes(tx, person, demoted, without(read_before, read_after));
    if (becomes_guest) end_offers(tx, person, std::nullopt);
}

}  // namespace plein::features
