/// Features on a real database, with the small organisation in it: people act and look, events are collected.
#pragma once

#include "server/features/accounts.hpp"
#include "server/features/departments.hpp"
#include "server/features/edge.hpp"
#include "server/features/groups.hpp"
#include "server/features/members.hpp"
#include "server/features/people.hpp"
#include "server/features/posts.hpp"
#include "server/features/readings.hpp"
#include "server/features/tabs.hpp"
#include "tests/support/organisation.hpp"
#include "tests/support/storage_fixture.hpp"

#include <gmock/gmock.h>

#include <map>

namespace plein::test {

using features::Snapshot;
using features::Transaction;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

class FeatureTest : public StorageTest {
protected:
    /// What `who` does, in a transaction of its own; throws its Refusal.
    template <class R>
    typename R::Response act(PersonId who, features::Command<R> command, const R& request) {
        return act_on(*database, who, command, request);
    }
    template <class R>
    typename R::Response act_on(storage::Database& node, PersonId who, features::Command<R> command,
                                const R& request) {
        return node.commit_now([&, token = token_of(who)](Transaction& tx) {
            return command(tx, access::identify(tx, token), request);
        });
    }

    template <class R>
    typename R::Response look(PersonId who, features::Query<R> query, const R& request) {
        return database->read_now([&, token = token_of(who)](Snapshot& snapshot) {
            return query(snapshot, access::identify(snapshot, token), request);
        });
    }

    template <class R, class Function>
    std::optional<ErrorCode> refused(PersonId who, Function function, const R& request) {
        return refusal_of([&] {
            if constexpr (std::is_convertible_v<Function, features::Command<R>>)
                act<R>(who, function, request);
            else
                look<R>(who, function, request);
        });
    }

    bool may_listen(PersonId who, const std::string& stream) {
        return database->read_now([&, token = token_of(who)](Snapshot& snapshot) {
            const auto viewer = access::identify(snapshot, token);
            return access::to_each_stream(snapshot, {{stream, &viewer}}).front().has_value();
        });
    }

    static CreatePost posting(TabId tab, const std::string& body, std::uint8_t client_id = 0) {
        static std::uint8_t made = 0;
        CreatePost request{.tab = tab, .body = {body}};
        request.client_id.bytes[0] = client_id ? 1 : 2;
        request.client_id.bytes[1] = client_id ? client_id : ++made;
        return request;
    }
    Post post(PersonId author, TabId tab, const std::string& body = "words") {
        return act(author, features::create_post, posting(tab, body));
    }

    void edit(PersonId author, const Post& before, const std::string& body) {
        EditPost request{.post = before.id, .version = before.version, .body = {body}};
        act(author, features::edit_post, request);
    }

    void remove(PersonId by, PersonId person) {
        act(by, features::remove_member, RemoveMember{town.group, person});
    }
    Member set_role(PersonId by, PersonId person, GroupRole role) {
        return act(by, features::set_member, SetMember{town.group, person, role});
    }

    static std::vector<std::string> bodies(const PostPage& page) {
        std::vector<std::string> texts;
        for (const PostView& view : page.items)
            texts.push_back(view.post.body);
        return texts;
    }

    static std::vector<std::string> streams(const std::vector<StreamCursor>& cursors) {
        std::vector<std::string> names;
        for (const StreamCursor& cursor : cursors)
            names.push_back(cursor.stream);
        return names;
    }

    static std::vector<std::string> tab_names(const GroupView& view) {
        std::vector<std::string> names;
        for (const TabView& tab : view.tabs)
            names.push_back(tab.tab.name);
        return names;
    }

    /// "stream type" of each event since the last call, in order.
    std::vector<std::string> news() {
        const auto events = published.events();
        std::vector<std::string> lines;
        for (; heard_ < events.size(); ++heard_)
            lines.push_back(events[heard_].stream + " " + type_of(events[heard_].line));
        return lines;
    }

    /// The streams on which the events since the last call end this person's access.
    std::vector<std::string> revoked(PersonId person) {
        const auto events = published.events();
        std::vector<std::string> names;
        for (; heard_ < events.size(); ++heard_) {
            if (events[heard_].revokes == person) names.push_back(events[heard_].stream);
        }
        return names;
    }

    /// Payloads of the log that contain `text`.
    std::int64_t log_lines_with(const std::string& text) {
        const auto rows =
            run_sql(test_database, "SELECT count(*) FROM events WHERE payload LIKE '%" + text + "%'");
        return rows[0][0].as<std::int64_t>();
    }

    std::string token_of(PersonId who) {
        auto& token = token_hashes_[who];
        if (token.empty()) token = access::hash_token(begin_session(*database, who));
        return token;
    }

    std::unique_ptr<storage::Database> database = open();
    Organisation town = found_organisation(*database);

private:
    static std::string type_of(const std::string& line) {
        const auto start = line.find(R"("type":")") + 8;
        return line.substr(start, line.find('"', start) - start);
    }

    std::map<PersonId, std::string> token_hashes_;
    std::size_t heard_ = 0;
};

}  // namespace plein::test
