#include "server/features/comments.hpp"

#include "server/features/asking.hpp"
#include "server/features/merging.hpp"
#include "server/features/notifying.hpp"
#include "server/features/pages.hpp"
#include "server/features/post_views.hpp"
#include "server/features/reactions.hpp"
#include "server/features/telling.hpp"
#include "server/features/written_text.hpp"
#include "storage/comments.hpp"
#include "storage/pins.hpp"

namespace plein::features {

namespace {

using storage::PostAccess;

std::string queue_of_comments(const CreateComment& request) {
    return "comments:" + std::to_string(request.post.value);
}

/// Who wrote the comment that this one replies to. Errors: not_found about `quote`.
std::optional<PersonId> author_of_quote(Transaction& tx, const PostAccess& post,
                                        const std::optional<CommentId>& quote) {
    if (!quote) return std::nullopt;
    // Without a lock: whoever changes what is quoted may hold it, and wait for the thread.
    const auto found = storage::select_comments(tx, storage::ReadableTabs{post.tab()}, {*quote});
    if (found.empty() || found.front().comment.post != post.post())
        throw Refusal{ErrorCode::not_found, "quote"};
    return found.front().comment.author;
}

NoticeSubject subject_of_notice(const PostAccess& post, const Comment& comment) {
    return {post.tab().tab().group, post.post(), comment.id, comment.author};
}

/// Whom a new comment concerns, the closest first.
std::vector<Notice> concerned(const PostAccess& post, const std::vector<PersonId>& named,
                              const std::optional<PersonId>& quoted) {
    std::vector<Notice> wanted;
    concern(wanted, NotificationKind::mention, named);
    if (quoted) concern(wanted, NotificationKind::reply, {*quoted});
    concern(wanted, NotificationKind::comment, {post.author()});
    return wanted;
}

/// A visible comment that this viewer wrote. Errors: not_found, forbidden.
Comment own_comment(Transaction& tx, const Viewer& viewer, const PostAccess& post, CommentId id) {
    auto comment = storage::select_comment(tx, post, id);
    if (!comment || comment->state != CommentState::visible) throw Refusal{ErrorCode::not_found, "comment"};
    if (comment->author != viewer.person) throw Refusal{ErrorCode::forbidden, "comment"};
    return std::move(*comment);
}

}  // namespace

void add_comment_routes(net::Router& routes, Edge& edge) {
    routes.bind<ListComments>(read(edge, list_comments));
    routes.bind<CreateComment>(commit(edge, create_comment, queue_of_comments));
    routes.bind<EditComment>(commit(edge, edit_comment));
    routes.bind<DeleteComment>(commit(edge, delete_comment));
    routes.bind<RestoreComment>(commit(edge, restore_comment));
}

CommentPage list_comments(Snapshot& snapshot, const Viewer& viewer, const ListComments& request) {
    const PostAccess post = access::to_post(snapshot, viewer, request.post);
    const auto limit = page_limit(request.limit, default_page);
    const auto key = request.before ? std::optional{comment_key(request.before->value)} : std::nullopt;
    auto comments = storage::select_comments(snapshot, post, key, limit + 1);

    CommentPage page;
    if (comments.size() > static_cast<std::size_t>(limit)) {
        comments.erase(comments.begin());
        const Comment& first = comments.front().comment;
        page.next = to_cursor(storage::CommentKey{first.published_at, first.id});
    }
    auto [quoted, people] = about_comments(snapshot, storage::ReadableTabs{post.tab()}, comments);
    page.quoted = std::move(quoted);
    page.people = std::move(people);
    const OwnMarks own = own_marks(snapshot, viewer, {request.post});
    for (auto& each : comments)
        page.items.push_back(to_view(std::move(each), viewer, own));
    page.thread = storage::select_thread(snapshot, post);
    snapshot.touch(post.stream());
    snapshot.touch(viewer.stream());
    page.cursors = snapshot.cursors();
    return page;
}

Comment create_comment(Transaction& tx, const Viewer& viewer, const CreateComment& request) {
    const PostAccess post = access::to_post(tx, viewer, request.post);
    if (auto earlier = storage::select_retried(tx, viewer, post, request)) return std::move(*earlier);
    if (storage::are_comments_closed(tx, post)) throw Refusal{ErrorCode::forbidden, "post"};
    const auto quoted = author_of_quote(tx, post, request.quote);
    WrittenText text = written_text(tx, viewer, post.tab(), request.body.value);
    const auto notices = heard_by(tx, post, viewer.person, concerned(post, text.named, quoted));
    Thread thread = storage::update_thread(tx, post, 1);
    const storage::Position at =
        publish_on_readers(tx, post);  // behind the thread, as everyone who locks both
    thread = storage::update_active(tx, post, thread, at.at);
    Comment comment = storage::insert_comment(tx, viewer, post, request, std::move(text.blocks), at);
    emit_to_readers(tx, post, at, CommentCreated{comment, thread}, subject_of(comment.id));
    notify(tx, subject_of_notice(post, comment), notices);
    return comment;
}

Comment edit_comment(Transaction& tx, const Viewer& viewer, const EditComment& request) {
    const PostAccess post = access::to_post_of(tx, viewer, request.comment);
    const Comment before = own_comment(tx, viewer, post, request.comment);
    if (before.version != request.version) throw Refusal{ErrorCode::stale_version, "version"};
    WrittenText text = written_text(tx, viewer, post.tab(), request.body.value);
    Comment comment = storage::update_comment(tx, post, request, std::move(text.blocks));
    notify_of_edit(tx, post, subject_of_notice(post, comment), text.named);
    tx.redact(subject_of(comment.id));
    tell_readers(tx, post, CommentEdited{comment, storage::select_thread(tx, post)}, subject_of(comment.id));
    return comment;
}

NoContent delete_comment(Transaction& tx, const Viewer& viewer, const DeleteComment& request) {
    const PostAccess post = access::to_post_of(tx, viewer, request.comment);
    const auto found = storage::select_comment(tx, post, request.comment);
    if (found && found->state == CommentState::deleted && found->author == viewer.person) return {};
    const Comment before = own_comment(tx, viewer, post, request.comment);
    hold_equals(tx, {post.post()});
    const Comment comment = storage::update_deleted(tx, post, before.id, tx.now() + undo_window);
    tx.redact(subject_of(comment.id));
    storage::update_thread(tx, post, -1);
    tell_readers(tx, post,
                 CommentDeleted{comment.id, comment.post, comment.tab, comment.group, comment.version,
                                storage::update_active_again(tx, post)});
    forget_answer(tx, post, comment.id);
    return {};
}

Comment restore_comment(Transaction& tx, const Viewer& viewer, const RestoreComment& request) {
    const PostAccess post = access::to_post_of(tx, viewer, request.comment);
    const auto before = storage::select_comment(tx, post, request.comment);
    if (!before || before->author != viewer.person) throw Refusal{ErrorCode::not_found, "comment"};
    if (before->state == CommentState::visible) return *before;
    auto comment = storage::update_restored(tx, post, request.comment);
    if (!comment) throw Refusal{ErrorCode::not_found, "comment"};
    const Thread thread =
        storage::update_active(tx, post, storage::update_thread(tx, post, 1), comment->published_at);
    tell_readers(tx, post, CommentCreated{*comment, thread}, subject_of(comment->id));
    const storage::Subject subject{post.post(), comment->id};
    const auto reactions = storage::select_reactions(tx, post);
    if (const auto found = reactions.find(subject); found != reactions.end()) {
        tell_readers(tx, post, reactions_counted(subject, post.tab().tab(), found->second),
                     subject_of_reactions(post.post()));
    }
    return std::move(*comment);
}

}  // namespace plein::features
