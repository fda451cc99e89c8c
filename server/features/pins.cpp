#include "server/features/pins.hpp"

#include "server/features/post_pages.hpp"
#include "server/features/shown_text.hpp"
#include "storage/pins.hpp"

namespace plein::features {

namespace {

using storage::TabAccess;

/// A visible post that the viewer looks after, held until the commit.
struct Curated {
    TabAccess tab;
    Post post;
};
Curated to_curated(Transaction& tx, const Viewer& viewer, PostId id) {
    TabAccess tab = access::to_tab_of(tx, viewer, id);
    auto post = storage::select_post(tx, tab, id);
    if (!post || post->state != PostState::visible) throw Refusal{ErrorCode::not_found, "post"};
    access::check_may_curate(tab);
    return {std::move(tab), std::move(*post)};
}

Post told(Transaction& tx, const TabAccess& tab, Post post) {
    tx.tell(tab.stream(), PostEdited{post}, subject_of(post.id));
    return post;
}

}  // namespace

void add_pin_routes(net::Router& routes, Edge& edge) {
    routes.bind<ListPinnedPosts>(read(edge, list_pinned_posts));
    routes.bind<PinPost>(commit(edge, pin_post));
    routes.bind<UnpinPost>(commit(edge, unpin_post));
    routes.bind<LockPost>(commit(edge, lock_post));
    routes.bind<UnlockPost>(commit(edge, unlock_post));
}

PostPage list_pinned_posts(Snapshot& snapshot, const Viewer& viewer, const ListPinnedPosts& request) {
    const TabAccess tab = access::to_tab(snapshot, viewer, request.tab);
    const storage::ReadableTabs tabs{tab};
    snapshot.touch(tab.stream());
    auto posts = storage::select_pinned(snapshot, tab);
    return to_page(snapshot, viewer, tabs, {with_latest_comments(snapshot, tabs, std::move(posts)), {}});
}

Post pin_post(Transaction& tx, const Viewer& viewer, const PinPost& request) {
    auto [tab, post] = to_curated(tx, viewer, request.post);
    if (post.pinned_at) return post;
    const storage::Position at = tx.publish_on(tab.stream());  // two that pin count one after the other
    if (storage::select_pinned_count(tx, tab) >= std::int64_t{limits::pinned_posts})
        throw Refusal{ErrorCode::full, "post"};
    post = storage::update_pinned(tx, tab, post.id, at.at);
    tx.emit(at, PostEdited{post}, subject_of(post.id));
    return post;
}

Post unpin_post(Transaction& tx, const Viewer& viewer, const UnpinPost& request) {
    auto [tab, post] = to_curated(tx, viewer, request.post);
    if (!post.pinned_at) return post;
    return told(tx, tab, storage::update_pinned(tx, tab, post.id, std::nullopt));
}

Post lock_post(Transaction& tx, const Viewer& viewer, const LockPost& request) {
    const std::string reason = trimmed(request.reason.value);
    if (reason.empty()) throw Refusal{ErrorCode::invalid_request, "$.reason"};
    auto [tab, post] = to_curated(tx, viewer, request.post);
    if (post.lock_reason == reason) return post;
    return told(tx, tab, storage::update_lock(tx, tab, post.id, reason));
}

Post unlock_post(Transaction& tx, const Viewer& viewer, const UnlockPost& request) {
    auto [tab, post] = to_curated(tx, viewer, request.post);
    if (!post.lock_reason) return post;
    return told(tx, tab, storage::update_lock(tx, tab, post.id, std::nullopt));
}

}  // namespace plein::features
