// Comments below posts, and reactions to both.
#include "tests/support/random_actions.hpp"

namespace plein::test {

void RandomActions::create_comment() {
    if (written_.empty()) return;
    CreateComment request{.post = any_of(written_).post.id, .client_id = next_id(), .body = {words()}};
    // A reply, at times to what is below another post.
    if (!commented_.empty() && any(3) == 0) {
        const Comment& quoted = any_of(commented_).comment;
        request.quote = quoted.id;
        if (any(4)) request.post = quoted.post;
    }
    if (const auto comment = attempt(anyone(), request)) commented_.push_back({*comment, request});
}

void RandomActions::repeat_comment() {
    if (commented_.empty()) return;
    const Commented& commented = any_of(commented_);
    if (!suspended_.contains(commented.comment.author)) attempt(commented.comment.author, commented.request);
}

void RandomActions::edit_comment() {
    if (commented_.empty()) return;
    Comment& comment = commented_[any(commented_.size())].comment;
    const bool by_author = any(4) != 0 && !suspended_.contains(comment.author);
    const EditComment request{comment.id, comment.version, {words()}};
    if (const auto edited = attempt(by_author ? comment.author : anyone(), request)) comment = *edited;
}

void RandomActions::delete_comment() {
    if (commented_.empty()) return;
    const Comment& comment = any_of(commented_).comment;
    const bool by_author = any(4) != 0 && !suspended_.contains(comment.author);
    attempt(by_author ? comment.author : anyone(), DeleteComment{comment.id});
}

void RandomActions::restore_comment() {
    if (commented_.empty()) return;
    Comment& comment = commented_[any(commented_.size())].comment;
    if (suspended_.contains(comment.author)) return;
    if (const auto restored = attempt(comment.author, RestoreComment{comment.id})) comment = *restored;
}

void RandomActions::set_reaction() {
    if (written_.empty()) return;
    static const std::vector<std::optional<ReactionKind>> choices{ReactionKind::like, ReactionKind::care,
                                                                  ReactionKind::laugh, std::nullopt};
    SetReaction request{.post = any_of(written_).post.id, .kind = any_of(choices)};
    if (!commented_.empty() && any(2) == 0) {
        const Comment& comment = any_of(commented_).comment;
        request.post = comment.post;
        request.comment = comment.id;
    }
    attempt(anyone(), request);
}

}  // namespace plein::test
