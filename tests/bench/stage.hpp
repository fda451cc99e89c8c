/// Who takes part: people of the filled-up demo, each with a session that needed no password.
#pragma once

#include "protocol/ids.hpp"

#include <map>
#include <string>
#include <vector>

namespace plein::bench {

/// Somebody who may post in this tab.
struct Writer {
    PersonId person;
    TabId tab;
};

/// Somebody who may read this tab, which has more than a page of posts.
struct ReaderOfTab {
    PersonId person;
    TabId tab;
    GroupId group;
};

/// Somebody who may read this post, the one of the last in its tab that was talked about most.
struct ReaderOfThread {
    PersonId person;
    TabId tab;
    GroupId group;
    PostId post;
};

/// Somebody who follows these streams, besides the own one.
struct Follower {
    PersonId person;
    std::vector<std::string> streams;
};

/// The cookie of a person once `begin_sessions` has run. The scripts for pgbench spell it the same way.
[[nodiscard]] std::string session_of(PersonId person);

/// A session for every active person.
void begin_sessions(const std::string& owner_url);

/// `count` writers over `tabs` tabs that everybody in a group reads, each tab in a group of its own. Errors:
/// std::runtime_error, when the demo was not filled up enough.
std::vector<Writer> select_writers(const std::string& owner_url, std::size_t count, std::size_t tabs);

/// `count` readers, spread over the tabs, no two the same; fewer when the demo has no more.
std::vector<ReaderOfTab> select_readers(const std::string& owner_url, std::size_t count);

/// The same, with a thread each.
std::vector<ReaderOfThread> select_thread_readers(const std::string& owner_url, std::size_t count);

/// A post, and `count` of those who may read it, in the group that has most of them.
struct PostWithReaders {
    PostId post;
    std::vector<PersonId> readers;
};
PostWithReaders select_most_read_post(const std::string& owner_url, std::size_t count);

/// `count` people who are full members of at least `streams` groups, and the streams of these groups.
std::vector<Follower> select_followers(const std::string& owner_url, std::size_t count, std::size_t streams);

/// The tabs of each group that all its members read and write, by the group's stream.
std::map<std::string, std::vector<TabId>> select_open_tabs(const std::string& owner_url);

/// Every group, with one of its tabs.
std::map<GroupId, TabId> select_groups(const std::string& owner_url);

/// E-mail addresses of so many people of the fill-up, who all have the demo's password.
std::vector<std::string> select_logins(const std::string& owner_url, std::size_t count);

/// A group that so many people are full members of, whom this makes members where there are too few.
struct Crowd {
    GroupId group;
    TabId tab;
    std::vector<Follower> followers;
};
Crowd gather_crowd(const std::string& owner_url, std::size_t count);

}  // namespace plein::bench
