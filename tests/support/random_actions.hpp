/// Everything that people can do, done by random people in a random order that a seed repeats.
#pragma once

#include "protocol/routes.hpp"
#include "tests/support/deployment.hpp"

#include <chrono>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace plein::test {

/// The seed of this run: PLEIN_TEST_SEED when it is set, which repeats a run that failed.
std::uint64_t seed_of_run(std::uint64_t otherwise);

/// What people do: anything, or only what leaves accounts and sessions as they are.
enum class Doings { all, in_groups };

/// Thread: one.
class RandomActions {
public:
    RandomActions(Deployment& plein, std::uint64_t seed, Doings doings = Doings::all);

    /// A request that nobody answers, or that the servers cannot take now, is said again for so long, as a client does.
    /// Without this such an outcome throws at once.
    void insist_for(std::chrono::seconds patience) { patience_ = patience; }

    /// One person does one thing, on one of the nodes. A refusal that the product may give is an outcome like any
    /// other; throws Unexpected for every other one.
    void step();

    /// Who can act now, in the order of their ids.
    [[nodiscard]] std::vector<PersonId> active() const;
    /// What was done, for the report of a failure.
    [[nodiscard]] const std::vector<std::string>& done() const { return done_; }

private:
    using Action = void (RandomActions::*)();

    // random_actions_posts.cpp
    void create_post();
    void repeat_create();
    void edit_post();
    void translate_post();
    void delete_post();
    void restore_post();
    void move_post();
    void edit_held();
    void withdraw_held();
    void decide_on_held();
    void mark_read();
    void mark_all_read();
    void restore_readings();
    void set_following();
    void set_group_following();
    void pin_or_lock();
    void keep_or_drop();
    // random_actions_comments.cpp
    void create_comment();
    void repeat_comment();
    void edit_comment();
    void delete_comment();
    void restore_comment();
    void set_reaction();
    // random_actions_questions.cpp
    void ask();
    void route_question();
    void pick_up_or_put_down();
    void mark_or_unmark();
    void reopen_question();
    void merge_or_unmerge();
    Addressee target();
    std::optional<PostId> question();
    // random_actions_polls.cpp
    void ask_to_choose();
    void vote();
    void withdraw_vote();
    void close_poll();
    // random_actions_news.cpp
    void announce();
    void confirm();
    void remind();
    void take_up();
    // random_actions_ideas.cpp
    void propose();
    void want_or_not();
    void route_idea();
    void decide();
    std::optional<PostId> idea();
    // random_actions_calendar.cpp
    void invite();
    void attend_or_not();
    void reschedule_or_cancel();
    std::optional<PostId> event();
    EventPlan plan();
    // random_actions_waiting.cpp
    void save_draft();
    void drop_draft();
    void schedule_post();
    void edit_scheduled();
    void publish_scheduled();
    void cancel_scheduled();
    /// What this person has scheduled somewhere; nothing when that is nothing.
    std::optional<ScheduledPost> own_scheduled_of(PersonId who);
    // random_actions_groups.cpp
    void set_member();
    void remove_member();
    void create_tab();
    void edit_tab();
    void order_tabs();
    void archive_tab();
    void restore_tab();
    void create_group();
    void edit_group();
    void archive_or_restore();
    void break_glass();
    void ask_to_join();
    void withdraw_request();
    void decide_on_request();
    void set_invitation();
    void withdraw_invitation();
    void answer_invitation();
    void create_link();
    void follow_link();
    void add_members();
    // random_actions_people.cpp
    void set_preferences();
    void finish_welcome();
    void begin_session();
    void end_session();
    void suspend_or_reinstate();
    void create_account();
    void move_or_promote();
    void import_people();
    void edit_department();
    void move_service();
    void set_holidays();
    void set_profile();
    void set_presence();

    /// The request by `who`; its response, or nothing when it was refused.
    template <Request R>
    std::optional<typename R::Response> attempt(PersonId who, const R& request) {
        const auto answer = send(who, wire_of(request));
        if (!answer) return std::nullopt;
        if constexpr (std::is_same_v<typename R::Response, NoContent>)
            return NoContent{};
        else
            return from_json<typename R::Response>(answer->body, answer_depth);
    }
    /// On a random node, and noted; nothing when it was refused.
    std::optional<HttpAnswer> send(PersonId who, const Wire& wire);
    HttpAnswer answer_to(PersonId who, std::size_t node, const Wire& wire);

    std::size_t any(std::size_t count) {
        return std::uniform_int_distribution<std::size_t>{0, count - 1}(random_);
    }
    template <class T>
    const T& any_of(const std::vector<T>& items) {
        return items.at(any(items.size()));
    }
    PersonId anyone() { return any_of(active()); }
    /// Mostly somebody who may.
    PersonId mostly(PersonId owner);
    /// What this person has waiting or declined in the first group; nothing when they may not ask, or have none.
    std::optional<Post> own_held_of(PersonId who);
    /// Mostly its first owner, sometimes anyone: then it is refused, or another owner.
    PersonId owner_of(GroupId group);
    std::string words();
    GroupForm form();
    Uuid next_id();

    struct Written {
        Post post;
        CreatePost request;
    };
    const Written* poll();
    const Written* news();
    /// Of a post of this kind, as its author may edit it.
    std::string body_of(PostKind kind);
    struct Commented {
        Comment comment;
        CreateComment request;
    };

    Deployment& plein_;
    std::mt19937_64 random_;
    Doings doings_;
    std::chrono::seconds patience_{0};
    std::vector<PersonId> people_;
    std::set<PersonId> suspended_;
    std::vector<TabId> tabs_;
    std::vector<Written> written_;
    std::vector<Commented> commented_;
    std::vector<GroupId> groups_;
    std::vector<std::string> tokens_;                         // of invitation links
    std::map<PersonId, std::vector<EarlierReading>> marked_;  // what each of them can still take back
    std::vector<std::string> done_;
    std::uint32_t creates_ = 0;
};

}  // namespace plein::test
