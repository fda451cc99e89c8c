#include "server/features/managed_accounts.hpp"

#include "server/features/accounts.hpp"
#include "server/features/logins.hpp"
#include "server/features/pages.hpp"
#include "server/features/people.hpp"
#include "server/features/shown_text.hpp"
#include "server/features/standing.hpp"
#include "storage/accounts.hpp"
#include "storage/creations.hpp"
#include "storage/departments.hpp"
#include "storage/joining.hpp"
#include "storage/managed_accounts.hpp"

namespace plein::features {

namespace {

using storage::AccountsAccess;

constexpr std::int32_t people_page = 50;

template <class T>
std::optional<std::string> text_of(const std::optional<T>& text) {
    return text ? std::optional{text->value} : std::nullopt;
}

/// The details of an added or an edited account, which may stay in the department it was in `before`. Errors: invalid_request, conflict, not_found.
template <class R>
void check_details(Transaction& tx, const AccountsAccess& accounts, const R& request,
                   std::optional<PersonId> person, std::optional<DepartmentId> before) {
    if (!request.email && !request.personnel_number) throw Refusal{ErrorCode::invalid_request, "$.email"};
    if (request.email && !is_address(request.email->value))
        throw Refusal{ErrorCode::invalid_request, "$.email"};
    if (request.personnel_number && !is_personnel_number(request.personnel_number->value))
        throw Refusal{ErrorCode::invalid_request, "$.personnel_number"};
    if (request.department && !storage::lock_open_department(tx, *request.department, before))
        throw Refusal{ErrorCode::not_found, "$.department"};
    const auto taken = storage::select_taken_logins(tx, accounts, text_of(request.email),
                                                    text_of(request.personnel_number), person);
    if (taken.email) throw Refusal{ErrorCode::conflict, "$.email"};
    if (taken.personnel_number) throw Refusal{ErrorCode::conflict, "$.personnel_number"};
}

ManagedAccount existing(storage::Reader& reader, const AccountsAccess& accounts, PersonId person) {
    auto account = storage::select_managed_account(reader, accounts, person);
    if (!account) throw Refusal{ErrorCode::not_found, "person"};
    return std::move(*account);
}

}  // namespace

void add_managed_account_routes(net::Router& routes, Edge& edge) {
    routes.bind<ListAccounts>(read(edge, list_accounts));
    routes.bind<GetAccount>(read(edge, get_account));
    routes.bind<CreateAccount>(commit<access::identify_in_turn>(edge, create_account));
    routes.bind<EditAccount>(commit<access::identify_in_turn>(edge, edit_account));
    routes.bind<ListAccountSessions>(read(edge, list_account_sessions));
    routes.bind<EndAccountSession>(commit<access::identify_in_turn>(edge, end_account_session));
}

ManagedAccountList list_accounts(Snapshot& snapshot, const Viewer& viewer, const ListAccounts& request) {
    const AccountsAccess accounts = access::to_accounts(viewer);
    const auto limit = static_cast<std::size_t>(page_limit(request.limit, people_page));
    const auto after = request.after ? std::optional{member_key(request.after->value)} : std::nullopt;
    ManagedAccountList list;
    list.items = storage::select_managed_accounts(snapshot, accounts, request, after,
                                                  static_cast<std::int64_t>(limit) + 1);
    if (list.items.size() > limit) {
        list.items.resize(limit);
        const Person& last = list.items.back().person;
        list.next = to_cursor(storage::MemberKey{last.name, last.id});
    }
    return list;
}

ManagedAccount get_account(Snapshot& snapshot, const Viewer& viewer, const GetAccount& request) {
    return existing(snapshot, access::to_accounts(viewer), request.person);
}

ManagedAccount create_account(Transaction& tx, const Viewer& viewer, const CreateAccount& request) {
    const AccountsAccess accounts = access::to_accounts(viewer);
    const auto earlier =
        storage::insert_creation(tx, viewer, request.client_id, storage::content_of(request));
    if (earlier) return existing(tx, accounts, PersonId{*earlier});
    check_details(tx, accounts, request, std::nullopt, std::nullopt);
    const PersonId person = storage::insert_account(tx, accounts, with_shown_name(request));
    storage::update_creation(tx, viewer, request.client_id, person.value);
    tell_of(tx, person);
    return existing(tx, accounts, person);
}

ManagedAccount edit_account(Transaction& tx, const Viewer& viewer, const EditAccount& request) {
    const AccountsAccess accounts = access::to_accounts(viewer);
    storage::lock_members_of(tx, request.person);
    const ManagedAccount before = existing(tx, accounts, request.person);
    if (before.version != request.version) throw Refusal{ErrorCode::stale_version, "$.version"};
    const bool changes_role = before.role != request.role;
    if (changes_role && request.person == viewer.person) throw Refusal{ErrorCode::forbidden, "$.role"};
    check_details(tx, accounts, request, request.person, before.person.department);
    storage::update_account(tx, accounts, with_shown_name(request));
    if (changes_role || before.person.department != request.department) {
        change_standing(tx, request.person, {before.person.department, before.role},
                        {request.department, request.role});
    } else {
        tell_of(tx, request.person);
    }
    return existing(tx, accounts, request.person);
}

SessionList list_account_sessions(Snapshot& snapshot, const Viewer& viewer,
                                  const ListAccountSessions& request) {
    const AccountsAccess accounts = access::to_accounts(viewer);
    existing(snapshot, accounts, request.person);
    return {storage::select_sessions(snapshot, accounts, request.person), {}};
}

NoContent end_account_session(Transaction& tx, const Viewer& viewer, const EndAccountSession& request) {
    access::to_accounts(viewer);
    const auto ended = storage::delete_session(tx, request.person, request.session);
    if (ended.empty()) throw Refusal{ErrorCode::not_found, "session"};
    tell_sessions_ended(tx, request.person, ended);
    return {};
}

}  // namespace plein::features
