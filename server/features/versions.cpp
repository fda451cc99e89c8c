#include "server/features/versions.hpp"

#include "storage/comments.hpp"
#include "storage/versions.hpp"

namespace plein::features {

void add_version_routes(net::Router& routes, Edge& edge) {
    routes.bind<ListPostVersions>(read(edge, list_post_versions));
    routes.bind<ListCommentVersions>(read(edge, list_comment_versions));
}

EarlierVersions list_post_versions(Snapshot& snapshot, const Viewer& viewer,
                                   const ListPostVersions& request) {
    const auto post = access::to_post(snapshot, viewer, request.post);
    return {storage::select_post_versions(snapshot, post, limits::page_items)};
}

EarlierVersions list_comment_versions(Snapshot& snapshot, const Viewer& viewer,
                                      const ListCommentVersions& request) {
    const auto post = access::to_post_of(snapshot, viewer, request.comment);
    const auto comment = storage::select_comment(snapshot, post, request.comment);
    if (comment->state != CommentState::visible) throw Refusal{ErrorCode::not_found, "comment"};
    return {storage::select_comment_versions(snapshot, post, request.comment, limits::page_items)};
}

}  // namespace plein::features
