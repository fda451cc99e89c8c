#include "server/features/post_events.hpp"

#include "server/features/kinds.hpp"
#include "server/features/post_views.hpp"
#include "server/features/reactions.hpp"
#include "storage/comments.hpp"

#include <algorithm>

namespace plein::features {

using storage::Transaction;

std::vector<std::string> subjects_of_all(Transaction& tx, const storage::TabAccess& tab, PostId post) {
    std::vector<std::string> subjects = subjects_of_kinds(post);
    subjects.push_back(subject_of(post));
    subjects.push_back(subject_of_reactions(post));
    for (const CommentId comment : storage::select_comment_ids(tx, tab, post))
        subjects.push_back(subject_of(comment));
    return subjects;
}

void tell_post_with_all(Transaction& tx, const storage::PostAccess& access, const Post& post) {
    tx.tell(access.stream(), PostCreated{post}, subject_of(post.id));
    const Thread thread = storage::select_thread(tx, access);
    const auto latest = storage::select_comments(tx, access, std::nullopt, limits::latest_comments);
    for (const auto& [comment, reactions] : latest)
        tx.tell(access.stream(), CommentCreated{comment, thread}, subject_of(comment.id));
    for (const auto& [subject, reactions] : storage::select_reactions(tx, access)) {
        const auto is_subject = [&](const auto& each) { return each.comment.id == subject.comment; };
        if (subject.comment && std::ranges::none_of(latest, is_subject)) continue;
        tx.tell(access.stream(), reactions_counted(subject, access.tab().tab(), reactions),
                subject_of_reactions(subject.post));
    }
    tell_kinds(tx, access.tab(), post.id, select_kinds(tx, access.tab(), post));
}

}  // namespace plein::features
