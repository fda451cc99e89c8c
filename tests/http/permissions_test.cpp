#include "protocol/enum_names.hpp"
#include "server/access/roles.hpp"
#include "tests/http/permission_matrix.hpp"
#include "tests/support/polls.hpp"
#include "tests/support/storage_fixture.hpp"

#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/pfr/core.hpp>

#include <map>

namespace plein::test {
namespace {

/// A refusal without the id that differs with every request.
std::string content_of(const HttpAnswer& answer) {
    auto body = boost::json::parse(answer.body).as_object();
    body.erase("request_id");
    return answer.field("content-type") + " " + boost::json::serialize(body);
}

class Permissions : public testing::Test {
protected:
    Permissions() {
        scene.group = town.group;
        scene.general = town.general;
        scene.transport_tab = town.transport_tab;
        scene.opened = town.opened;
        scene.announcements = town.announcements;
        scene.newcomer = town.newcomer;
        scene.shaped = made_by_an_owner(1);
        scene.archived = made_by_an_owner(2);
        plein.device(town.owner).ask(ArchiveTab{scene.archived});
        scene.archived_group = town.elsewhere;
        scene.tab_of_archived_group = town.elsewhere_general;
        scene.post = post_of(town.owner);
        scene.comment = plein.device(town.owner).ask(CreateComment{scene.post, {}, {"words"}, {}}).id;
        scene.question = question_of(town.owner, 99);
        scene.equal_question = question_of(town.owner, 89);
        scene.confidential = confidential_of(town.member);
        scene.poll = poll_by(town.owner);
        scene.news = news_by(town.owner);
        scene.event = event_of(town.owner);
        scene.answer = plein.device(town.owner).ask(CreateComment{scene.question, {{1}}, {"there"}, {}}).id;
        scene.limited_post = post_of(town.owner, town.transport_tab);
        scene.former_post = post_of(town.other_owner);
        scene.proposals = made_by_an_owner(3, PostingRule::approval);
        scene.held_post = post_of(town.member, scene.proposals);
        scene.planned_post = scheduled_by(town.member);
        scene.department = town.transport;
        scene.specialist = town.stranger;
        scene.service = service_of(1);
        scene.idea = idea_of(town.owner);
        scene.outdated_service = service_of(2);
        scene.session = plein.device(town.newcomer).ask(GetMe{}).session;
        for (int who = 0; who < who_count; ++who)
            devices.push_back(device_of(static_cast<Who>(who)));
        plein.device(town.administrator).ask(SuspendPerson{person_of(suspended)});
        plein.device(town.owner).ask(RemoveMember{town.group, person_of(removed)});
        plein.device(town.stranger).ask(ArchiveGroup{town.elsewhere});
    }

    PostId post_of(PersonId author) { return post_of(author, town.general); }
    PostId question_of(PersonId author, std::uint8_t client_id) {
        CreatePost request{.tab = town.general, .body = {"where?"}};
        request.client_id.bytes[0] = client_id;
        request.question = Addressee{};
        return plein.device(author).ask(request).id;
    }
    PostId confidential_of(PersonId author) {
        CreatePost request{.tab = town.general, .body = {"what do I earn?"}};
        request.client_id.bytes[0] = 93;
        request.question = Addressee{.department = town.warehouse};
        request.confidential = true;
        return plein.device(author).ask(request).id;
    }
    PostId poll_by(PersonId author) {
        CreatePost request{.tab = town.general, .body = {"which?"}};
        request.client_id.bytes[0] = 98;
        request.poll = poll_of({"A", "B"});
        return plein.device(author).ask(request).id;
    }
    PostId news_by(PersonId author) {
        CreatePost request{.tab = town.general, .body = {"# It is so"}};
        request.client_id.bytes[0] = 97;
        request.news = NewNews{.must_read = true, .affects = {{town.transport}}};
        return plein.device(author).ask(request).id;
    }
    PostId scheduled_by(PersonId author) {
        CreatePost request{.tab = town.general, .body = {"in time"}};
        request.client_id.bytes[0] = 94;
        request.publish_at = from_now(std::chrono::hours{24});
        return plein.device(author).ask(request).id;
    }
    PostId event_of(PersonId author) {
        CreatePost request{.tab = town.general, .body = {"# Open day"}};
        request.client_id.bytes[0] = 95;
        const Timestamp begins = from_now(std::chrono::hours{24});
        request.event = EventPlan{begins, begins + std::chrono::hours{2}, {"Hall 2"}, {}};
        return plein.device(author).ask(request).id;
    }
    PostId idea_of(PersonId author) {
        CreatePost request{.tab = town.general, .body = {"why not?"}};
        request.client_id.bytes[0] = 96;
        request.idea = Addressee{.service = scene.service};
        return plein.device(author).ask(request).id;
    }
    PostId post_of(PersonId author, TabId tab) {
        CreatePost request{.tab = tab, .body = {"words"}};
        request.client_id.bytes[0] = static_cast<std::uint8_t>(tab.value);
        return plein.device(author).ask(request).id;
    }

    ServiceId service_of(std::uint8_t client_id) {
        CreateService request{.name = {"Docks"}, .department = town.transport, .owner = town.stranger};
        request.client_id.bytes[15] = client_id;
        return plein.device(town.administrator).ask(request).id;
    }

    TabId made_by_an_owner(std::uint8_t client_id, PostingRule rule = PostingRule::everyone) {
        CreateTab request{
            .group = town.group, .client_id = {}, .name = {"Made " + std::to_string(client_id)}};
        request.posting = rule;
        request.client_id.bytes = {client_id, 254};
        return plein.device(town.owner).ask(request).id;
    }

    PersonId person_of(Who who) const {
        const std::array people{PersonId{},         town.stranger,  town.guest,
                                town.member,        town.moderator, town.owner,
                                town.administrator, town.colleague, town.other_owner};
        return people[who];
    }
    Device device_of(Who who) { return who == nobody ? Device{plein.port()} : plein.device(person_of(who)); }

    void take_role(PersonId person, Role role) {
        run_sql(plein.database(), "UPDATE people SET role = '" + std::string{name_of(role)} +
                                      "' WHERE id = " + std::to_string(person.value));
    }
    static std::map<std::string, Right> rights_of_routes() {
        std::map<std::string, Right> needs;
        boost::mp11::mp_for_each<boost::mp11::mp_transform<std::type_identity, Requests>>(
            [&]<class R>(std::type_identity<R>) {
                if constexpr (requires { R::needs; }) needs.emplace(route_of<R>(), R::needs);
            });
        return needs;
    }

    /// The same ids, of nothing.
    static Scene nowhere() {
        Scene scene;
        boost::pfr::for_each_field(scene, [](auto& id) { id = {999'999}; });
        return scene;
    }

    Deployment plein;
    Organisation& town = plein.town;
    Scene scene;
    std::vector<Device> devices;
};

TEST_F(Permissions, AreThoseOfTheMatrixForEveryRouteAndEveryone) {
    for (const Row& row : permission_matrix()) {
        for (int who = 0; who < who_count; ++who) {
            const auto answer = devices[who].send(row.request(scene, static_cast<Who>(who)));
            EXPECT_EQ(answer.status, row.expected[who])
                << row.route << " (" << row.about << ") as " << who_names[who] << ": " << answer.body;
        }
    }
}

TEST_F(Permissions, WhatOneMayNotSeeAnswersLikeWhatDoesNotExist) {
    for (const Row& row : permission_matrix()) {
        for (int who = 0; who < who_count; ++who) {
            if (row.expected[who] != 404) continue;
            const auto hidden = devices[who].send(row.request(scene, static_cast<Who>(who)));
            const auto missing = devices[who].send(row.request(nowhere(), static_cast<Who>(who)));
            EXPECT_EQ(missing.status, 404u) << row.route << " " << row.about;
            EXPECT_EQ(content_of(hidden), content_of(missing))
                << row.route << " (" << row.about << ") as " << who_names[who];
        }
    }
}

/// Every route that takes a right, as everyone's role gives it or not; the ids are of nothing.
TEST_F(Permissions, OfARoleAreThoseOfItsRights) {
    const std::map<std::string, Right> needs = rights_of_routes();
    for (const auto& role : names_of<Role>) {
        take_role(person_of(removed), role.value);
        for (const Row& row : permission_matrix()) {
            const auto right = needs.find(row.route);
            if (right == needs.end()) continue;
            const auto answer = devices[removed].send(row.request(nowhere(), removed));
            EXPECT_EQ(answer.status != 403, access::has(role.value, right->second))
                << row.route << " (" << row.about << ") as " << role.name << ": " << answer.body;
        }
        EXPECT_EQ(devices[removed].ask(GetMe{}).rights, access::rights_of(role.value)) << role.name;
    }
}

TEST(PermissionMatrix, HasARowForEveryRoute) {
    std::set<std::string> rows;
    for (const Row& row : permission_matrix())
        rows.insert(row.route);
    boost::mp11::mp_for_each<boost::mp11::mp_transform<std::type_identity, Requests>>(
        [&]<class R>(std::type_identity<R>) {
            EXPECT_TRUE(rows.contains(route_of<R>()))
                << route_of<R>() << " has no row in the permission matrix";
        });
}

}  // namespace
}  // namespace plein::test
