#include "server/features/bookmarks.hpp"

#include "server/features/pages.hpp"
#include "server/features/post_pages.hpp"
#include "storage/bookmarks.hpp"

namespace plein::features {

void add_bookmark_routes(net::Router& routes, Edge& edge) {
    routes.bind<ListBookmarks>(read(edge, list_bookmarks));
    routes.bind<KeepPost>(commit(edge, keep_post));
    routes.bind<DropPost>(commit(edge, drop_post));
}

PostPage list_bookmarks(Snapshot& snapshot, const Viewer& viewer, const ListBookmarks& request) {
    const auto limit = static_cast<std::size_t>(page_limit(request.limit, default_page));
    const auto key = request.before ? std::optional{feed_key(request.before->value)} : std::nullopt;
    const auto tabs = access::to_all_tabs(snapshot, viewer);
    auto kept = storage::select_bookmarks(snapshot, viewer, tabs, key, static_cast<std::int64_t>(limit) + 1);
    std::optional<std::string> next;
    if (kept.size() > limit) {
        kept.resize(limit);
        next = to_cursor(storage::FeedKey{kept.back().kept_at, kept.back().read.post.id});
    }
    std::vector<storage::ReadPost> posts;
    for (storage::KeptPost& each : kept)
        posts.push_back(std::move(each.read));
    for (const storage::TabAccess& tab : tabs.tabs())
        snapshot.touch(tab.stream());
    return to_page(snapshot, viewer, tabs,
                   {with_latest_comments(snapshot, tabs, std::move(posts)), std::move(next)});
}

NoContent keep_post(Transaction& tx, const Viewer& viewer, const KeepPost& request) {
    const auto post = access::to_post(tx, viewer, request.post);
    if (post.desk()) throw Refusal{ErrorCode::forbidden, "post"};
    if (!storage::insert_bookmark(tx, viewer, post)) return {};
    const storage::Position at =
        tx.publish_on(viewer.stream());  // two on two devices count one after the other
    if (storage::select_bookmark_count(tx, viewer) > std::int64_t{limits::bookmarks})
        throw Refusal{ErrorCode::full, "post"};
    tx.emit(at, BookmarkSet{request.post, true});
    return {};
}

NoContent drop_post(Transaction& tx, const Viewer& viewer, const DropPost& request) {
    if (storage::delete_bookmark(tx, viewer, request.post))
        tx.tell(viewer.stream(), BookmarkSet{request.post, false});
    return {};
}

}  // namespace plein::features
