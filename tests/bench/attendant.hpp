/// Somebody who uses Plein: opens tabs, reads back, posts, comes and goes. Each action is what the web client does for it.
/// Thread: their executor's.
#pragma once

#include "tests/bench/http_link.hpp"
#include "tests/bench/live_link.hpp"

#include <array>
#include <memory>
#include <random>
#include <set>

namespace plein::bench {

enum class Action { open, scroll, post, unread, permalink, reconnect, edit };
/// With its weight, by Mattermost's published model of activity.
struct ActionKind {
    Action action;
    const char* name;
    double weight;
};
inline constexpr std::array<ActionKind, 7> action_kinds{{{Action::open, "open", 6.5},
                                                         {Action::scroll, "scroll", 2.0},
                                                         {Action::post, "post", 1.0},
                                                         {Action::unread, "unread", 1.0},
                                                         {Action::permalink, "permalink", 0.3},
                                                         {Action::reconnect, "reconnect", 0.14},
                                                         {Action::edit, "edit", 0.04}}};

class Attendant {
public:
    /// `tabs`: those that this person may read and post in, not empty.
    Attendant(Follower follower, std::vector<TabId> tabs, std::shared_ptr<LiveLink> link)
        : follower_(std::move(follower)), tabs_(std::move(tabs)), link_(std::move(link)) {}

    /// What is needed first comes first: who never opened a tab cannot scroll back in it. Errors: std::runtime_error, when
    /// the server refuses.
    boost::asio::awaitable<void> act(Action action, HttpLink& http, std::mt19937_64& random);

private:
    boost::asio::awaitable<void> open(HttpLink& http, std::mt19937_64& random);
    boost::asio::awaitable<void> scroll(HttpLink& http);
    boost::asio::awaitable<void> mark_read(HttpLink& http);
    boost::asio::awaitable<void> post(HttpLink& http, std::mt19937_64& random);
    boost::asio::awaitable<void> edit(HttpLink& http);
    boost::asio::awaitable<void> reconnect();
    template <class R>
    boost::asio::awaitable<std::string> ask(HttpLink& http, R request);

    Follower follower_;
    std::vector<TabId> tabs_;
    std::shared_ptr<LiveLink> link_;
    bool is_away_ = false;
    TabId tab_;            // the one that is open
    PostId newest_;        // in it
    std::string earlier_;  // the cursor of what comes before what is shown
    std::set<PostId> marked_;
    PostId own_post_;
    std::int32_t own_version_ = 0;
};

}  // namespace plein::bench
