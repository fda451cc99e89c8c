/// Posts: read, publish, edit, delete and take back.
#pragma once

#include "protocol/posts.hpp"
#include "server/features/joint.hpp"
#include "server/features/post_pages.hpp"

namespace plein::features {

void add_post_routes(net::Router& routes, Edge& edge);

/// The first page of a tab, of the usual length.
SharedPage read_first_page(Snapshot& snapshot, const storage::TabAccess& tab);

/// In the order that was asked for. Errors: not_found, invalid_request (a cursor of another order).
PostPage list_posts(Snapshot& snapshot, const Viewer& viewer, const ListPosts& request);
PostPage list_group_posts(Snapshot& snapshot, const Viewer& viewer, const ListGroupPosts& request);
/// Of the tabs that the viewer follows. Errors: invalid_request.
PostPage list_home_posts(Snapshot& snapshot, const Viewer& viewer, const ListHomePosts& request);
PostAnswer get_post(Snapshot& snapshot, const Viewer& viewer, const GetPost& request);

/// Publishes a post in a tab. Errors: not_found (no such tab for this viewer; about `question` no such target), forbidden
/// (posting rule), conflict (other content under this client_id), full, invalid_request (blank). Emits post.created on the
/// tab's stream, and question.changed where it asks, or holds the post where it needs approval, or keeps it until its time. A retry returns what the
/// first made.
Post create_post(Transaction& tx, const Viewer& viewer, const CreatePost& request);
/// The same of several.
std::vector<Outcome<CreatePost>> create_posts(Transaction& tx, const std::vector<Asked<CreatePost>>& asked);

/// A post that others read and this viewer wrote. Its row is locked before it is proven, as who changes it needs it.
/// Errors: not_found, forbidden.
struct OwnPost {
    Post post;
    storage::PostAccess proof;
};
OwnPost own_post(Transaction& tx, const Viewer& viewer, const storage::TabAccess& tab, PostId id);

/// Errors: not_found, forbidden (not the author, or where it would need approval), stale_version, invalid_request (blank).
/// Emits post.edited; earlier payloads are redacted.
Post edit_post(Transaction& tx, const Viewer& viewer, const EditPost& request);

/// Errors: not_found, forbidden (not the author). Emits post.deleted, with ids only; earlier payloads are
/// redacted.
NoContent delete_post(Transaction& tx, const Viewer& viewer, const DeletePost& request);

/// Errors: not_found (not deleted by this author, or too long ago). Emits post.created with the whole post.
Post restore_post(Transaction& tx, const Viewer& viewer, const RestorePost& request);

}  // namespace plein::features
