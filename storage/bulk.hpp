/// Rows by the million, with COPY: how `plein demo --posts 1000000` fills a database for measurements.
///
/// It goes around features, proofs and the event log, so it runs as the owner, from the command line, on what nobody
/// uses yet. The caller sees to it that rows fit together; the constraints of the schema are checked as ever.
#pragma once

#include "protocol/departments.hpp"
#include "protocol/groups.hpp"
#include "protocol/reactions.hpp"
#include "storage/proofs.hpp"

#include <pqxx/pqxx>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace plein::storage {

struct BulkPerson {
    PersonId id;
    std::string name;
    std::string title;
    std::string email;
    DepartmentId department;
};

struct BulkGroup {
    GroupId id;
    std::string name;
};

struct BulkTab {
    TabId id;
    GroupId group;
    std::string name;
    std::optional<DepartmentId> department;
    std::int32_t position = 0;
};

struct BulkMembership {
    GroupId group;
    PersonId person;
    GroupRole role = GroupRole::member;
};

/// Its client_id is its own id, since no client made it. `body` and `blocks` are borrowed until the row is written.
struct BulkPost {
    PostId id;
    GroupId group;
    TabId tab;
    PersonId author;
    Timestamp published_at;
    std::optional<Side> side;
    const std::string* body = nullptr;
    const std::string* blocks = nullptr;
};

/// The same of a comment. `quote`: below the same post.
struct BulkComment {
    CommentId id;
    PostId post;
    PersonId author;
    std::optional<CommentId> quote;
    Timestamp published_at;
    const std::string* body = nullptr;
    const std::string* blocks = nullptr;
};

/// To a post, or with `comment` to a comment below it.
struct BulkReaction {
    PostId post;
    std::optional<CommentId> comment;
    PersonId person;
    ReactionKind kind = ReactionKind::like;
    Timestamp reacted_at;
};

/// Each function commits what it wrote.   Thread: one at a time.   Errors: pqxx::failure.
class Bulk {
public:
    Bulk(const std::string& owner_url, const SystemAccess& system);

    enum class Table { people, groups, tabs, posts, comments };
    /// The first of `count` ids that nobody else will get.
    std::int64_t reserve(Table table, std::int64_t count);
    [[nodiscard]] std::int64_t count(Table table);
    [[nodiscard]] std::vector<DepartmentId> departments();
    /// Everyone who may be a full member of a group.
    [[nodiscard]] std::vector<PersonId> employees();
    /// Of everyone who works in a department.
    [[nodiscard]] std::map<PersonId, Side> sides();

    /// All of them with the same password.
    void write(const std::vector<BulkPerson>& people, const std::string& password_hash);
    void write(const std::vector<BulkGroup>& groups);
    void write(const std::vector<BulkTab>& tabs);
    void write(const std::vector<BulkMembership>& memberships, Timestamp since);
    void write(const std::vector<BulkPost>& posts);
    void write(const std::vector<BulkComment>& comments);
    void write(const std::vector<BulkReaction>& reactions);

    /// Counts the comments below these posts, and the reactions to both, as if each had been made by itself. Once for
    /// each post.
    void count_below(PostId first, PostId last);
    /// Gives each group from `first` on a stream that is as far as it has posts and comments, at the moment of the last:
    /// later events go on from there. The log has none of the earlier ones, so a client that asks for them reads afresh.
    void start_streams(GroupId first);
    /// Fresh statistics for the planner.
    void analyze();

private:
    pqxx::connection connection_;
};

}  // namespace plein::storage
