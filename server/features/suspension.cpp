#include "server/features/accounts.hpp"
#include "server/features/offers.hpp"
#include "server/features/people.hpp"
#include "storage/accounts.hpp"
#include "storage/joining.hpp"
#include "storage/people.hpp"

namespace plein::features {

namespace {

/// Errors: forbidden, not_found.
void check_may_act_on(Transaction& tx, const Viewer& viewer, PersonId person) {
    access::to_accounts(viewer);
    if (person == viewer.person) throw Refusal{ErrorCode::forbidden, "person"};
    if (storage::select_people(tx, {person}).empty()) throw Refusal{ErrorCode::not_found, "person"};
}

}  // namespace

NoContent suspend_person(Transaction& tx, const Viewer& viewer, const SuspendPerson& request) {
    check_may_act_on(tx, viewer, request.person);
    suspend(tx, request.person);
    return {};
}

NoContent reinstate_person(Transaction& tx, const Viewer& viewer, const ReinstatePerson& request) {
    check_may_act_on(tx, viewer, request.person);
    if (storage::update_suspended(tx, request.person, false)) tell_of(tx, request.person);
    return {};
}

void suspend(Transaction& tx, PersonId person) {
    storage::lock_members_of(tx, person);
    // Without a lock of it before: two who suspend one person at once take turns.
    if (!storage::update_suspended(tx, person, true)) return;
    const auto system = access::as_system("suspension");
    const auto ended = storage::delete_sessions(tx, person, std::nullopt);
    for (const std::string& stream : access::streams_of(tx, system, person))
        tx.tell(stream, AccessRevoked{person});
    tell_sessions_ended(tx, person, ended);
    tell_of(tx, person);
    end_offers(tx, person, std::nullopt);
}

}  // namespace plein::features
