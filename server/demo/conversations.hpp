/// Recorded conversations, as scripts/replay plays them: one JSON object a line, a message each, with at least `author`
/// and `tab`. Here only the stage is set: people, a closed group and its tabs. The messages come through the API.
#pragma once

#include "server/demo/story.hpp"

#include <filesystem>

namespace plein::demo {

/// One group, "Gesprekken", with a tab for each `tab`. Each author is a member and signs in with `author` for a
/// personnel number; "lezer-1", who owns the group, and "lezer-2" only read. Errors: std::runtime_error, which names
/// file and line.
[[nodiscard]] Story stage_of_conversations(const std::filesystem::path& file);

}  // namespace plein::demo
