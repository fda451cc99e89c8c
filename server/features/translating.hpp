/// A post in both languages, over one thread.
#pragma once

#include "server/features/edge.hpp"
#include "server/features/posts.hpp"
#include "storage/posts.hpp"

namespace plein::features {

void add_translation_routes(net::Router& routes, Edge& edge);

/// What somebody writes, parsed, and whom either language names.
struct WrittenPost {
    storage::NewText text;
    std::vector<PersonId> named;
};

/// The same rules for both languages. Errors: invalid_request about `$.body` and `$.translation.body`: as `written_text`;
/// news or an event whose translation has no title.
WrittenPost written_post(storage::Reader& reader, const Viewer& writer, const storage::TabAccess& tab,
                         const CreatePost& request);

/// Whom a stored post names in either language.
std::vector<PersonId> named_in(storage::Reader& reader, const Post& post);

/// Errors: not_found, forbidden (not the author, or where it would need approval), stale_version, invalid_request (blank, or
/// without a title). Emits post.edited; earlier payloads are redacted.
Post translate_post(Transaction& tx, const Viewer& viewer, const TranslatePost& request);

/// Taking words back needs nobody's approval. Errors: not_found, forbidden (not the author). Emits post.edited, where there
/// was one; earlier payloads are redacted.
Post remove_translation(Transaction& tx, const Viewer& viewer, const RemoveTranslation& request);

}  // namespace plein::features
