// Departments: who changes what, the tree, and what being head opens.
#include "server/features/holidays.hpp"
#include "server/features/services.hpp"
#include "tests/support/feature_fixture.hpp"
#include "tests/support/held_lock.hpp"

#include <future>

namespace plein::test {
namespace {

using namespace features;

class Departments : public FeatureTest {
protected:
    Department department(DepartmentId id) {
        for (const Department& each : look(town.administrator, list_departments, ListDepartments{}).items) {
            if (each.id == id) return each;
        }
        throw std::logic_error{"no such department"};
    }

    /// The department as it is, to change something of it.
    EditDepartment editing(DepartmentId id) {
        const Department now = department(id);
        EditDepartment request{
            .department = id, .version = now.version, .name = {now.name}, .side = now.side};
        request.parent = now.parent;
        request.description = {now.description};
        request.heads = {now.heads};
        request.deputies = {now.deputies};
        request.partner = now.partner;
        request.hours = {from_json<std::vector<OpenInterval>>(now.hours.text)};
        return request;
    }

    Department set_heads(std::vector<PersonId> heads, std::vector<PersonId> deputies = {}) {
        EditDepartment request = editing(town.warehouse);
        request.heads = {std::move(heads)};
        request.deputies = {std::move(deputies)};
        return act(town.administrator, edit_department, request);
    }

    Department create(const std::string& name, std::optional<DepartmentId> parent = {}) {
        CreateDepartment request{.name = {name}, .parent = parent};
        request.client_id.bytes[0] = ++created_;
        return act(town.administrator, create_department, request);
    }

    std::optional<std::string> conflict(PersonId who, const EditDepartment& request) {
        try {
            act(who, edit_department, request);
            return std::nullopt;
        } catch (const Refusal& refusal) {
            EXPECT_EQ(refusal.code, ErrorCode::conflict);
            return refusal.field;
        }
    }

private:
    std::uint8_t created_ = 0;
};

TEST_F(Departments, GuestsReadNamesAndSidesOnly) {
    EditDepartment request = editing(town.warehouse);
    request.description = {"Docks and scanners"};
    request.hours = {{{Weekday::monday, {"06:00"}, {"14:00"}}}};
    act(town.administrator, edit_department, request);
    for (const Department& each : look(town.guest, list_departments, ListDepartments{}).items) {
        EXPECT_NE(each.name, "");
        EXPECT_EQ(each.description, "");
        EXPECT_THAT(each.heads, IsEmpty());
        EXPECT_EQ(each.hours.text, "[]");
    }
    EXPECT_THAT(look(town.guest, list_departments, ListDepartments{}).cursors, IsEmpty());
    EXPECT_EQ(refused(town.guest, list_services, ListServices{}), ErrorCode::forbidden);
    EXPECT_EQ(refused(town.guest, list_holidays, ListHolidays{}), ErrorCode::forbidden);
}

TEST_F(Departments, AnAdministratorCreatesThemAndEveryEmployeeHearsOfIt) {
    const Department made = create("Night shift", town.warehouse);
    EXPECT_EQ(made.parent, town.warehouse);
    EXPECT_THAT(news(), ElementsAre("organisation department.changed"));
    for (const PersonId who : {town.owner, town.colleague, town.guest})
        EXPECT_EQ(refused(who, create_department, CreateDepartment{.name = {"x"}}), ErrorCode::forbidden);
}

TEST_F(Departments, ARepeatedCreateMakesOne) {
    CreateDepartment request{.name = {"Night shift"}};
    const Department made = act(town.administrator, create_department, request);
    EXPECT_EQ(act(town.administrator, create_department, request).id, made.id);
    EXPECT_EQ(look(town.owner, list_departments, ListDepartments{}).items.size(), 3u);
    request.name = {"Day shift"};
    EXPECT_EQ(refused(town.administrator, create_department, request), ErrorCode::conflict);
}

TEST_F(Departments, HeadsChangeDescriptionDeputiesAndHoursAndNothingElse) {
    EditDepartment request = editing(town.warehouse);
    request.description = {"Docks"};
    request.deputies = {{town.newcomer}};
    request.hours = {{{Weekday::monday, {"06:00"}, {"14:00"}}}};
    const Department changed = act(town.colleague, edit_department, request);
    EXPECT_EQ(changed.description, "Docks");
    EXPECT_EQ(changed.hours.text, R"([{"day":"monday","opens":"06:00","closes":"14:00"}])");

    const auto refused_with = [&](auto change) {
        EditDepartment other = editing(town.warehouse);
        change(other);
        return refused(town.colleague, edit_department, other);
    };
    EXPECT_EQ(refused_with([](auto& edit) { edit.name = {"Mine"}; }), ErrorCode::forbidden);
    EXPECT_EQ(refused_with([](auto& edit) { edit.side = Side::ssc; }), ErrorCode::forbidden);
    EXPECT_EQ(refused_with([&](auto& edit) { edit.parent = town.transport; }), ErrorCode::forbidden);
    EXPECT_EQ(refused_with([&](auto& edit) { edit.heads = {{town.newcomer}}; }), ErrorCode::forbidden);
    EXPECT_EQ(refused_with([&](auto& edit) { edit.partner = town.member; }), ErrorCode::forbidden);
}

TEST_F(Departments, AHeadWhoIsAGuestChangesNothing) {
    run_sql(test_database,
            "UPDATE people SET role = 'guest' WHERE id = " + std::to_string(town.colleague.value));
    EXPECT_EQ(refused(town.colleague, edit_department, editing(town.warehouse)), ErrorCode::forbidden);
}

TEST_F(Departments, ANameShowsSomething) {
    EditDepartment request = editing(town.warehouse);
    request.name = {"\u200B\u00A0"};
    EXPECT_EQ(refused(town.administrator, edit_department, request), ErrorCode::invalid_request);
}

TEST_F(Departments, NobodyElseChangesThem) {
    set_heads({town.colleague}, {town.newcomer});
    for (const PersonId who : {town.owner, town.moderator, town.member, town.guest, town.newcomer})
        EXPECT_EQ(refused(who, edit_department, editing(town.warehouse)), ErrorCode::forbidden);
    EXPECT_EQ(refused(town.colleague, edit_department, editing(town.transport)), ErrorCode::forbidden);
    EXPECT_EQ(refused(town.administrator, edit_department, EditDepartment{.department = {9999}}),
              ErrorCode::not_found);
}

TEST_F(Departments, AStaleEditChangesNothing) {
    const EditDepartment stale = editing(town.warehouse);
    set_heads({town.owner});
    EXPECT_EQ(refused(town.administrator, edit_department, stale), ErrorCode::stale_version);
    EXPECT_THAT(department(town.warehouse).heads, ElementsAre(town.owner));
}

TEST_F(Departments, AChangeOfHeadsDecidesAtOnceWhoPosts) {
    post(town.colleague, town.announcements);
    EXPECT_EQ(refused(town.member, create_post, posting(town.announcements, "x")), ErrorCode::forbidden);
    set_heads({town.member});
    post(town.member, town.announcements);
    EXPECT_EQ(refused(town.colleague, create_post, posting(town.announcements, "x")), ErrorCode::forbidden);
}

TEST_F(Departments, WhoComesOrGoesAsAHeadIsToldToReadTheGroupsAfresh) {
    set_heads({town.colleague});
    news();
    set_heads({town.member}, {town.moderator});
    EXPECT_THAT(news(), UnorderedElementsAre("organisation department.changed",
                                             user_stream(town.colleague) + " access.changed",
                                             user_stream(town.member) + " access.changed",
                                             user_stream(town.moderator) + " access.changed"));
    set_heads({town.moderator}, {town.member});
    EXPECT_THAT(news(), ElementsAre("organisation department.changed")) << "both lead it still";
}

TEST_F(Departments, DeputiesPostWhereHeadsPost) {
    set_heads({town.colleague}, {town.moderator});
    post(town.moderator, town.announcements);
}

TEST_F(Departments, APostThatIsUnderWayIsFinishedBeforeItsAuthorStopsBeingHead) {
    const auto other_node = open();
    const std::string token = token_of(town.colleague);
    token_of(town.administrator);
    EditDepartment request = editing(town.warehouse);
    request.heads = {};
    std::future<Department> change;
    database->commit_now([&](Transaction& tx) {
        const auto tab = access::to_tab(tx, access::identify(tx, token), town.announcements);
        EXPECT_TRUE(tab.may_post());
        change = std::async(std::launch::async, [&] {
            return act_on(*other_node, town.administrator, edit_department, request);
        });
        await_lock_waiters(test_database);  // the change stands in line behind this transaction
    });
    EXPECT_THAT(change.get().heads, IsEmpty());
}

TEST_F(Departments, HeadsAreActivePeopleOfTheOrganisation) {
    act(town.administrator, suspend_person, SuspendPerson{town.newcomer});
    for (const PersonId who : {town.guest, town.newcomer, PersonId{9999}}) {
        EditDepartment request = editing(town.warehouse);
        request.heads = {{who}};
        EXPECT_EQ(conflict(town.administrator, request), "heads");
        request.heads = {};
        request.deputies = {{who}};
        EXPECT_EQ(conflict(town.administrator, request), "deputies");
    }
    EditDepartment both = editing(town.warehouse);
    both.deputies = both.heads;
    EXPECT_EQ(conflict(town.administrator, both), "deputies");
}

TEST_F(Departments, ASuspendedHeadDoesNotStandInTheWayOfOtherChanges) {
    act(town.administrator, suspend_person, SuspendPerson{town.colleague});
    EditDepartment request = editing(town.warehouse);
    request.name = {"Storehouse"};
    EXPECT_EQ(act(town.administrator, edit_department, request).name, "Storehouse");
}

TEST_F(Departments, ABusinessDepartmentHasAPartnerInTheSsc) {
    EditDepartment request = editing(town.warehouse);
    request.partner = town.member;
    EXPECT_EQ(act(town.administrator, edit_department, request).partner, town.member);
    request = editing(town.warehouse);
    request.partner = town.newcomer;
    EXPECT_EQ(conflict(town.administrator, request), "partner");
    request = editing(town.transport);
    request.partner = town.member;
    EXPECT_EQ(conflict(town.administrator, request), "partner");
}

TEST_F(Departments, TwoThatMoveBelowEachOtherAtOnceLeaveATree) {
    const auto other_node = open();
    token_of(town.administrator);
    EditDepartment one = editing(town.transport);
    one.parent = town.warehouse;
    EditDepartment two = editing(town.warehouse);
    two.parent = town.transport;
    const auto move = [this](storage::Database& node, const EditDepartment& request) {
        return std::async(std::launch::async, [this, &node, request] {
            return refusal_of([&] { act_on(node, town.administrator, edit_department, request); });
        });
    };
    auto first = move(*database, one);
    auto second = move(*other_node, two);
    const std::vector outcomes{first.get(), second.get()};
    EXPECT_THAT(outcomes, UnorderedElementsAre(std::nullopt, std::optional{ErrorCode::conflict}));
}

TEST_F(Departments, OnlyAnEmptyOneIsArchived) {
    const auto kept_by = [&](DepartmentId id) {
        try {
            act(town.administrator, archive_department, ArchiveDepartment{id});
            return std::string{};
        } catch (const Refusal& refusal) {
            return refusal.field;
        }
    };
    EXPECT_EQ(kept_by(town.warehouse), "people");
    run_sql(test_database, "UPDATE people SET department_id = NULL");
    EXPECT_EQ(kept_by(town.warehouse), "tabs");
    const Department upper = create("Upper");
    const Department lower = create("Lower", upper.id);
    EXPECT_EQ(kept_by(upper.id), "departments");
    EXPECT_EQ(kept_by(lower.id), "");
    EXPECT_EQ(kept_by(upper.id), "");
    EXPECT_TRUE(department(upper.id).archived);
    EXPECT_EQ(refused(town.owner, archive_department, ArchiveDepartment{lower.id}), ErrorCode::forbidden);

    EXPECT_EQ(refused(town.administrator, restore_department, RestoreDepartment{lower.id}),
              ErrorCode::conflict);
    act(town.administrator, restore_department, RestoreDepartment{upper.id});
    EXPECT_FALSE(act(town.administrator, restore_department, RestoreDepartment{lower.id}).archived);
}

TEST_F(Departments, ArchivingTwiceSaysNothing) {
    const Department made = create("Empty");
    act(town.administrator, archive_department, ArchiveDepartment{made.id});
    news();
    act(town.administrator, archive_department, ArchiveDepartment{made.id});
    EXPECT_THAT(news(), IsEmpty());
}

class Services : public Departments {
protected:
    CreateService creating(DepartmentId department, PersonId owner) {
        CreateService request{.name = {"Pallets"}, .department = department, .owner = owner};
        request.client_id.bytes[0] = 7;
        return request;
    }
    EditService editing_service(const Service& service) {
        return {service.id,         service.version, service.kind, {service.name},
                service.department, service.owner,   {"Better"}};
    }
};

TEST_F(Services, AreManagedByAdministratorsAndTheDepartmentsHeads) {
    const Service made = act(town.colleague, create_service, creating(town.warehouse, town.member));
    EXPECT_THAT(news(), ElementsAre("organisation service.changed"));
    EXPECT_EQ(act(town.administrator, edit_service, editing_service(made)).version, 2);
    for (const PersonId who : {town.owner, town.member, town.guest, town.stranger}) {
        EXPECT_EQ(refused(who, create_service, creating(town.warehouse, town.member)), ErrorCode::forbidden);
        EXPECT_EQ(refused(who, edit_service, editing_service(made)), ErrorCode::forbidden);
        EXPECT_EQ(refused(who, remove_service, RemoveService{made.id}), ErrorCode::forbidden);
    }
    EXPECT_EQ(refused(town.colleague, create_service, creating(town.transport, town.member)),
              ErrorCode::forbidden);
    news();
    act(town.colleague, remove_service, RemoveService{made.id});
    EXPECT_THAT(news(), ElementsAre("organisation service.removed"));
    EXPECT_THAT(look(town.member, list_services, ListServices{}).items, IsEmpty());
    EXPECT_EQ(refused(town.colleague, edit_service, editing_service(made)), ErrorCode::not_found);
}

TEST_F(Services, AHeadGivesNothingToAnotherDepartment) {
    const Service made = act(town.colleague, create_service, creating(town.warehouse, town.member));
    EditService request = editing_service(made);
    request.department = town.transport;
    EXPECT_EQ(refused(town.colleague, edit_service, request), ErrorCode::forbidden);
    EXPECT_EQ(act(town.administrator, edit_service, request).department, town.transport);
}

TEST_F(Services, HaveAnOwnerInTheSsc) {
    EXPECT_EQ(refused(town.administrator, create_service, creating(town.warehouse, town.newcomer)),
              ErrorCode::conflict);
    EXPECT_EQ(refused(town.administrator, create_service, creating(town.warehouse, town.guest)),
              ErrorCode::conflict);
}

TEST_F(Services, ARepeatedCreateMakesOneAndAStaleEditNone) {
    const auto request = creating(town.transport, town.member);
    const Service made = act(town.administrator, create_service, request);
    EXPECT_EQ(act(town.administrator, create_service, request).id, made.id);
    EXPECT_EQ(look(town.owner, list_services, ListServices{}).items.size(), 1u);
    act(town.administrator, edit_service, editing_service(made));
    EXPECT_EQ(refused(town.administrator, edit_service, editing_service(made)), ErrorCode::stale_version);
}

TEST_F(Services, KeepTheirDepartmentOpen) {
    const Department made = create("Empty");
    act(town.administrator, create_service, creating(made.id, town.member));
    EXPECT_EQ(refused(town.administrator, archive_department, ArchiveDepartment{made.id}),
              ErrorCode::conflict);
}

class HolidaysOfTheOrganisation : public FeatureTest {};

TEST_F(HolidaysOfTheOrganisation, AreReplacedAsAWholeByAdministrators) {
    const auto on = [](const char* date, const char* name) { return Holiday{*parse_date(date), {name}}; };
    const SetHolidays request{1,
                              {{on("2026-12-25", "Eerste kerstdag"), on("2026-12-26", "Tweede kerstdag")}}};
    EXPECT_EQ(refused(town.colleague, set_holidays, request), ErrorCode::forbidden);
    EXPECT_EQ(act(town.administrator, set_holidays, request).version, 2);
    EXPECT_THAT(news(), ElementsAre("organisation holidays.changed"));
    EXPECT_EQ(refused(town.administrator, set_holidays, request), ErrorCode::stale_version);
    const Holidays known = look(town.member, list_holidays, ListHolidays{}).holidays;
    ASSERT_EQ(known.items.size(), 2u);
    EXPECT_EQ(known.items[0].date, *parse_date("2026-12-25"));
    for (const char* name : {"   ", "\xE2\x80\x8B"}) {
        const SetHolidays unseen{2, {{on("2026-12-25", name)}}};
        EXPECT_EQ(refused(town.administrator, set_holidays, unseen), ErrorCode::invalid_request);
    }
}

}  // namespace
}  // namespace plein::test
