/// What a post is beside its text: a question, a poll, a compliment, news, an idea or an event. What a new one asks is checked, kept
/// and told here; what people do with it later is in a file of its kind.
#pragma once

#include "server/access/access.hpp"
#include "server/features/notifying.hpp"
#include "storage/posts.hpp"

#include <optional>
#include <string>
#include <vector>

namespace plein::features {

/// What somebody would publish is of one kind, and as its kind asks. Returns whom it asks, or who decides on it.
/// Errors: as those of CreatePost about its parts.
std::optional<Addressee> check_kind(storage::Transaction& tx, const storage::Viewer& writer,
                                    const storage::TabAccess& tab, const CreatePost& request,
                                    const JsonOf<MarkdownTree>& blocks);

/// What was written some time ago can be published now as well, as if it were new. Errors: the same.
void check_kind_again(storage::Transaction& tx, const storage::Viewer& writer, const storage::TabAccess& tab,
                      const Post& post, const storage::ReadKinds& kinds);

/// Whom a new post concerns; `named` are named in its text.
std::vector<Notice> concerned_by(storage::Reader& reader, const storage::TabAccess& tab,
                                 const CreatePost& request, const std::optional<Addressee>& addressee,
                                 std::vector<PersonId> named);
/// The same, of one that has waited.
std::vector<Notice> concerned_by(storage::Reader& reader, const storage::TabAccess& tab, const Post& post,
                                 const storage::ReadKinds& kinds, std::vector<PersonId> named);

/// A new post, and what it asks; without a moment it waits.
struct NewKind {
    PostId post;
    const storage::TabAccess* tab;
    const CreatePost* request;
    Addressee addressee;
    std::optional<Timestamp> published_at;
};
/// Each in its place.
std::vector<storage::ReadKinds> insert_kinds(storage::Transaction& tx, const std::vector<NewKind>& posts);

/// Its row is locked until the commit.
storage::ReadKinds select_kinds(storage::Transaction& tx, const storage::TabAccess& tab, const Post& post);

/// Emits question.changed, poll.changed, news.changed, idea.changed or event.changed.
void tell_kinds(storage::Transaction& tx, const storage::TabAccess& tab, PostId post,
                const storage::ReadKinds& kinds);

/// What has waited since then is read, and asks what it asks, from now on. Emits the same.
void open_kinds(storage::Transaction& tx, const storage::TabAccess& tab, const Post& post, Timestamp since);

/// What the log of events calls what came of a post.
std::vector<std::string> subjects_of_kinds(PostId post);

}  // namespace plein::features
