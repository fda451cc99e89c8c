// Accounts, sessions, departments, and what people choose for themselves.
#include "tests/support/random_actions.hpp"

#include <cstring>

namespace plein::test {

void RandomActions::set_preferences() {
    attempt(anyone(),
            SetPreferences{any(2) ? Language::nl : Language::en, any(2) ? Theme::dark : Theme::light});
}

/// Without a sign, which needs Redis.
void RandomActions::set_presence() {
    const PersonId who = anyone();
    attempt(who, SetPresence{any(3) > 0, {}, {}});
    attempt(who, Beat{any(2) > 0, {{who, anyone()}}});
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
        request.hours.items = {{Weekday::monday, {"08:00"}, {"17:00"}}};
        if (any(2)) request.answer_hours = 8;
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
