#include "server/features/moving.hpp"

#include "server/features/kinds.hpp"
#include "server/features/merging.hpp"
#include "server/features/post_events.hpp"
#include "storage/comments.hpp"
#include "storage/listeners.hpp"
#include "storage/versions.hpp"

namespace plein::features {

namespace {

using storage::TabAccess;

/// As for whoever publishes such a post there. Errors: forbidden and conflict about `tab`.
void check_may_bring(const TabAccess& to, const storage::ReadKinds& kinds) {
    access::check_may_post(to);
    const bool may_bring =
        !kinds.news || (to.group().full_member() && (!kinds.news->must_read || access::may_curate(to)));
    if (!may_bring) throw Refusal{ErrorCode::forbidden, "tab"};
    if (to.needs_approval()) throw Refusal{ErrorCode::conflict, "tab"};
}

/// More people read it only where its author wants that, and never what others have said for fewer. Errors: conflict and
/// forbidden about `audience`, conflict about `comments`.
void check_audience(Transaction& tx, const TabAccess& from, const Post& post, bool is_own, bool is_meant) {
    if (is_own && storage::has_comments_of_others(tx, from, post))
        throw Refusal{ErrorCode::conflict, "comments"};
    if (!is_meant) throw Refusal{ErrorCode::conflict, "audience"};
    if (!is_own) throw Refusal{ErrorCode::forbidden, "audience"};
}

/// Nobody else takes a post out of its author's sight, who could not correct or delete it any more. Errors: conflict.
void check_author_reads(Transaction& tx, const TabAccess& from, const TabAccess& to, PersonId author) {
    const auto reads = [&](const TabAccess& tab) {
        return !access::readers_among(tx, tab, {author}).empty();
    };
    if (reads(from) && !reads(to)) throw Refusal{ErrorCode::conflict, "author"};
}

}  // namespace

void add_moving_routes(net::Router& routes, Edge& edge) { routes.bind<MovePost>(commit(edge, move_post)); }

Post move_post(Transaction& tx, const Viewer& viewer, const MovePost& request) {
    const auto [from, to] = access::to_tabs_of_move(tx, viewer, request.post, request.tab);
    const auto before = storage::select_post(tx, from, request.post);
    if (!before || before->state != PostState::visible) throw Refusal{ErrorCode::not_found, "post"};
    if (before->tab == request.tab) return *before;
    const bool is_own = before->author == viewer.person;
    if (!is_own) access::check_may_curate(from);
    if (!to) throw Refusal{ErrorCode::not_found, "tab"};
    const bool is_question = before->kind == PostKind::question;
    if (is_question) hold_equals(tx, request.post);
    check_may_bring(*to, select_kinds(tx, from, *before));
    const bool is_wider = access::widens(from.tab(), to->tab());
    if (is_wider) check_audience(tx, from, *before, is_own, request.wider);
    if (!is_own) check_author_reads(tx, from, *to, before->author);
    tx.redact(subjects_of_all(tx, from, request.post));
    // What was taken back among few is not shown to many.
    if (is_wider) storage::delete_versions(tx, from, request.post);
    Post post = storage::update_moved(tx, from, *to, request.post);
    if (is_question) part_where_out_of_sight(tx, request.post, to->tab());
    storage::insert_untold_posts(tx, {request.post});
    tx.tell(from.stream(), PostMoved{request.post, from.tab().id, from.tab().group, post.version});
    tell_post_with_all(tx, access::to_post(tx, viewer, request.post), post);
    return post;
}

}  // namespace plein::features
