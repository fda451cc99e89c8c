#include "server/demo/answers.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace plein::demo {

namespace {

constexpr std::size_t short_body = 250;             // bytes: people answer in a line or two
constexpr std::chrono::hours conversation{2 * 24};  // how long a post is talked about
constexpr double share_with_answers = 0.4;
constexpr double steepness = 1.1;  // with this share and up to this many: 1.5 a post
constexpr double most_answers = 50;

/// What people choose, most of the time a thumb.
constexpr std::array<ReactionKind, 10> kinds{
    ReactionKind::like,    ReactionKind::like,   ReactionKind::like,     ReactionKind::like,
    ReactionKind::like,    ReactionKind::thanks, ReactionKind::applause, ReactionKind::care,
    ReactionKind::insight, ReactionKind::laugh};

}  // namespace

Answers::Answers(const std::vector<Body>& bodies, Timestamp now, std::mt19937_64& random)
    : now_(now), random_(random) {
    for (const Body& body : bodies) {
        if (body.markdown.size() <= short_body) bodies_.push_back(&body);
    }
}

void Answers::add(const storage::BulkPost& post, const std::vector<PersonId>& members) {
    react({.post = post.id, .comment = {}, .person = {}, .reacted_at = post.published_at}, members,
          long_tail());
    for (std::size_t left = long_tail(); left > 0; --left)
        comment(post, members);
}

void Answers::write(storage::Bulk& bulk) {
    if (!comments_.empty()) {
        const auto first = bulk.reserve(storage::Bulk::Table::comments, std::ssize(comments_));
        for (auto& comment : comments_) {
            comment.id.value += first;
            if (comment.quote) comment.quote->value += first;
        }
        for (auto& reaction : reactions_) {
            if (reaction.comment) reaction.comment->value += first;
        }
    }
    bulk.write(comments_);
    bulk.write(reactions_);
    comments_.clear();
    reactions_.clear();
}

/// One after another; a quarter of them reply to the one before, and a third find one reader who reacts.
void Answers::comment(const storage::BulkPost& post, const std::vector<PersonId>& members) {
    const bool is_first = comments_.empty() || comments_.back().post != post.id;
    const Timestamp before = is_first ? post.published_at : comments_.back().published_at;
    const Timestamp until = std::min(now_, post.published_at + conversation);
    const Body& body = *bodies_[up_to(bodies_.size())];
    storage::BulkComment row{
        .id = {std::ssize(comments_)},
        .post = post.id,
        .author = members[up_to(members.size())],
        .quote = {},
        .published_at = before + (until - before) / static_cast<std::int64_t>(2 + up_to(20)),
        .body = &body.markdown,
        .blocks = &body.blocks};
    if (!is_first && up_to(4) == 0) row.quote = comments_.back().id;
    comments_.push_back(row);
    if (up_to(3) == 0)
        react({.post = post.id, .comment = row.id, .person = {}, .reacted_at = row.published_at}, members, 1);
}

/// By so many different members, as far as there are.
void Answers::react(const storage::BulkReaction& first, const std::vector<PersonId>& members,
                    std::size_t wanted) {
    const std::size_t start = up_to(members.size());
    for (std::size_t i = 0; i < std::min(wanted, members.size()); ++i) {
        reactions_.push_back(first);
        reactions_.back().person = members[(start + i) % members.size()];
        reactions_.back().kind = kinds[up_to(kinds.size())];
    }
}

/// Most of the time 0, seldom as many as 50 (Pareto).
std::size_t Answers::long_tail() {
    std::uniform_real_distribution<double> chance{0, 1};
    if (chance(random_) >= share_with_answers) return 0;
    return static_cast<std::size_t>(std::min(most_answers, std::pow(chance(random_), -1 / steepness)));
}

}  // namespace plein::demo
