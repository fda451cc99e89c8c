/// The lines of posts-*.md that are no Markdown: heads of posts and of comments, and who reacted.
#pragma once

#include "server/demo/story.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace plein::demo {

/// What stands behind "=== ". `week` is nothing for posts-now.md. Nothing, when that is no head of a post.
[[nodiscard]] std::optional<StoryPost> parse_post_head(std::string_view head, std::optional<int> week);

/// What stands behind "--- ".
[[nodiscard]] std::optional<StoryComment> parse_comment_head(std::string_view head, std::optional<int> week);

/// What stands behind "*** ".
[[nodiscard]] std::optional<StoryOption> parse_option(std::string_view line);

/// What stands behind "^^^ ".
[[nodiscard]] std::optional<StoryTakingUp> parse_taking_up(std::string_view line);
/// The same, below an idea.
[[nodiscard]] std::optional<StoryStep> parse_step(std::string_view line);

/// What stands behind "@@@ ", below this event.
[[nodiscard]] std::optional<StoryEvent> parse_place(std::string_view line, StoryEvent event);

/// What stands behind "+++ ".
[[nodiscard]] std::optional<std::vector<StoryReaction>> parse_reactions(std::string_view line);

/// Without blanks and line ends around it.
[[nodiscard]] std::string_view trim(std::string_view text);

}  // namespace plein::demo
