/// What people write into posts and comments.
#pragma once

#include "protocol/markdown.hpp"
#include "protocol/text.hpp"
#include "server/access/access.hpp"
#include "storage/notifications.hpp"

#include <chrono>
#include <string>
#include <vector>

namespace plein::features {

/// For so long its author can take the deletion back.
inline constexpr std::chrono::minutes undo_window{10};

/// A text as it is stored, and whom it names: people, and who answers for the departments that it names.
struct WrittenText {
    JsonOf<MarkdownTree> blocks;
    std::vector<PersonId> named;
};

/// A mention gets the name that its person or department has; one of whom the writer knows nothing is text. Errors:
/// invalid_request about `place`, where nothing is to be read, or where it names more than `limits::mentions`.
WrittenText written_text(storage::Reader& reader, const storage::Viewer& writer,
                         const storage::TabAccess& tab, const std::string& body,
                         const char* place = "$.body");

/// A stored text as it is drawn.
MarkdownTree tree_of(const JsonOf<MarkdownTree>& blocks);

/// News and events begin with a heading.
bool has_title(PostKind kind);
/// The words of the heading with which a stored text begins; empty where it begins with none.
std::string title_of(const JsonOf<MarkdownTree>& blocks);
/// There is one, of at most `limits::title` letters. Errors: invalid_request about `place`.
void check_title(const JsonOf<MarkdownTree>& blocks, const char* place = "$.body");

/// Whom a stored text names.
std::vector<PersonId> named_in(storage::Reader& reader, const JsonOf<MarkdownTree>& blocks);

/// Its first `limits::excerpt` letters, without marks, in one line.
std::string excerpt_of(const storage::Passage& passage);

}  // namespace plein::features
