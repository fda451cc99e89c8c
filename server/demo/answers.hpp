/// Comments and reactions by the thousand, below the posts of a fill.
#pragma once

#include "server/demo/bodies.hpp"
#include "storage/bulk.hpp"

#include <cstdint>
#include <random>
#include <vector>

namespace plein::demo {

class Answers {
public:
    /// `bodies` and `random` are borrowed. Nothing is said after `now`.
    Answers(const std::vector<Body>& bodies, Timestamp now, std::mt19937_64& random);

    /// Has some of the `members` answer the post.
    void add(const storage::BulkPost& post, const std::vector<PersonId>& members);
    /// Writes what was added since the last time; the posts are there.
    void write(storage::Bulk& bulk);

private:
    void comment(const storage::BulkPost& post, const std::vector<PersonId>& members);
    void react(const storage::BulkReaction& first, const std::vector<PersonId>& members, std::size_t wanted);
    std::size_t long_tail();
    std::size_t up_to(std::size_t bound) { return random_() % bound; }

    Timestamp now_;
    std::mt19937_64& random_;
    std::vector<const Body*> bodies_;  // the short ones
    // Comments are numbered from 0 until they are written.
    std::vector<storage::BulkComment> comments_;
    std::vector<storage::BulkReaction> reactions_;
};

}  // namespace plein::demo
