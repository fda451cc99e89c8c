/// Comments: read, write, edit, delete and take back.
#pragma once

#include "protocol/comments.hpp"
#include "server/features/edge.hpp"

namespace plein::features {

void add_comment_routes(net::Router& routes, Edge& edge);

/// The last ones, oldest first. Errors: not_found.
CommentPage list_comments(Snapshot& snapshot, const Viewer& viewer, const ListComments& request);

/// Errors: not_found (no such post for this viewer; no such comment to reply to), conflict (other content under this
/// client_id), forbidden (comments are closed), invalid_request (blank). Emits comment.created. A retry returns what the
/// first made.
Comment create_comment(Transaction& tx, const Viewer& viewer, const CreateComment& request);

/// Errors: not_found, forbidden (not the author), stale_version, invalid_request (blank). Emits comment.edited; earlier
/// payloads are redacted.
Comment edit_comment(Transaction& tx, const Viewer& viewer, const EditComment& request);

/// Errors: not_found, forbidden (not the author). Emits comment.deleted, with ids only; earlier payloads are redacted.
NoContent delete_comment(Transaction& tx, const Viewer& viewer, const DeleteComment& request);

/// Errors: not_found (not deleted by this author, or too long ago). Emits comment.created with the whole comment.
Comment restore_comment(Transaction& tx, const Viewer& viewer, const RestoreComment& request);

}  // namespace plein::features
