/// Posts of the small organisation that wait for their time, and the job that publishes them.
#pragma once

#include "server/features/calendar_events.hpp"
#include "server/features/held.hpp"
#include "server/features/scheduled.hpp"
#include "server/jobs/jobs.hpp"
#include "tests/support/polls.hpp"
#include "tests/support/question_fixture.hpp"

namespace plein::test {

class ScheduledTest : public QuestionTest {
protected:
    static constexpr std::chrono::hours soon{2};

    static CreatePost scheduling(TabId tab, const std::string& body, std::uint8_t client_id = 0) {
        CreatePost request = posting(tab, body, client_id);
        request.publish_at = from_now(soon);
        return request;
    }
    Post schedule(PersonId author, TabId tab, const std::string& body = "words") {
        return act(author, features::create_post, scheduling(tab, body));
    }
    Post schedule(PersonId author, const CreatePost& request) {
        return act(author, features::create_post, request);
    }
    static EditScheduledPost edit_of(const Post& post, const std::string& body = "better") {
        return {.post = post.id, .version = post.version, .body = {body}, .publish_at = from_now(2 * soon)};
    }
    Post edit_scheduled(PersonId who, const Post& post, const std::string& body = "better") {
        return act(who, features::edit_scheduled_post, edit_of(post, body));
    }
    Post publish_now(PersonId who, const Post& post) {
        return act(who, features::publish_scheduled_post, PublishScheduledPost{post.id});
    }
    void cancel(PersonId who, const Post& post) {
        act(who, features::cancel_scheduled_post, CancelScheduledPost{post.id});
    }
    std::optional<ErrorCode> refused_publication(PersonId who, const Post& post) {
        return refused(who, features::publish_scheduled_post, PublishScheduledPost{post.id});
    }

    std::vector<ScheduledPost> own(PersonId who) {
        return look(who, features::list_scheduled_posts, ListScheduledPosts{}).items;
    }
    /// The texts of what waits, with a mark behind what failed.
    std::vector<std::string> waiting(PersonId who) {
        std::vector<std::string> texts;
        for (const ScheduledPost& each : own(who))
            texts.push_back(each.post.body + (each.failed ? " !" : ""));
        return texts;
    }

    /// Its time came a second ago.
    void let_time_come(const Post& post) {
        run_sql(test_database,
                "UPDATE schedules SET publish_at = now() - interval '1 second' WHERE post_id = " +
                    std::to_string(post.id.value));
    }
    std::int64_t publish_due() { return jobs::publish_due_posts(*database); }
    std::int64_t publish_at_its_time(const Post& post) {
        let_time_come(post);
        return publish_due();
    }

    std::vector<std::string> feed(PersonId who, TabId tab) {
        return FeatureTest::bodies(look(who, features::list_posts, ListPosts{tab}));
    }
    PostState state_of(const Post& post) {
        const auto rows =
            run_sql(test_database, "SELECT state FROM posts WHERE id = " + std::to_string(post.id.value));
        return storage::value_of<PostState>(rows[0][0]);
    }

    TabId empty_tab(PostingRule rule = PostingRule::everyone) {
        CreateTab request{.group = town.group, .client_id = {}, .name = {"Plans"}};
        request.client_id.bytes = {8, ++tabs_};
        request.posting = rule;
        return act(town.owner, features::create_tab, request).id;
    }
    void change(TabId tab, PostingRule rule, TabAudience audience = TabAudience::members,
                std::optional<DepartmentId> department = {}) {
        EditTab request{.tab = tab, .version = version_of(tab), .name = {"Plans"}};
        request.posting = rule;
        request.audience = audience;
        request.department = department;
        act(town.owner, features::edit_tab, request);
    }

    static std::string scheduled_changed(PersonId who) { return user_stream(who) + " scheduled.changed"; }

private:
    std::int32_t version_of(TabId tab) {
        return run_sql(test_database,
                       "SELECT version FROM tabs WHERE id = " + std::to_string(tab.value))[0][0]
            .as<std::int32_t>();
    }
    std::uint8_t tabs_ = 0;
};

}  // namespace plein::test
