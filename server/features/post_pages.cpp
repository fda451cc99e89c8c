#include "server/features/post_pages.hpp"

#include <algorithm>

namespace plein::features {

namespace {

bool needs_approval(const storage::ReadableTabs& tabs, const Post& post) {
    const auto is_there = [&](const storage::TabAccess& each) { return each.tab().id == post.tab; };
    return std::ranges::find_if(tabs.tabs(), is_there)->needs_approval();
}

}  // namespace

SharedPage shared_page(Reader& reader, const storage::ReadableTabs& tabs,
                       std::vector<storage::ReadPost> posts, std::size_t limit, FeedOrder order) {
    std::optional<std::string> next;
    if (posts.size() > limit) {
        posts.resize(limit);
        const storage::ReadPost& last = posts.back();
        const bool by_activity = order == FeedOrder::activity;
        next = to_cursor(
            storage::FeedKey{by_activity ? storage::active_at(last) : last.post.published_at, last.post.id},
            order);
    }
    return {with_latest_comments(reader, tabs, std::move(posts)), std::move(next)};
}

PostPage to_page(Snapshot& snapshot, const Viewer& viewer, const storage::ReadableTabs& tabs,
                 SharedPage shared) {
    auto& [posts, next] = shared;
    const OwnMarks own = own_marks(snapshot, viewer, marked_in(posts.items));
    PostPage page{{}, std::move(posts.quoted), std::move(next), std::move(posts.people), {}};
    for (SharedPost& each : posts.items) {
        const bool held =
            each.read.post.state != PostState::confidential && needs_approval(tabs, each.read.post);
        page.items.push_back(to_view(std::move(each), viewer, held, own));
    }
    snapshot.touch(viewer.stream());
    page.cursors = snapshot.cursors();
    return page;
}

}  // namespace plein::features
