// Questions, and what becomes of them.
#include "tests/support/random_actions.hpp"

#include <algorithm>

namespace plein::test {

void RandomActions::ask() {
    CreatePost request{.tab = any_of(tabs_), .client_id = next_id(), .body = {words()}};
    request.question = target();
    if (request.question->department && any(3) == 0) request.confidential = true;
    if (const auto post = attempt(anyone(), request)) written_.push_back({*post, request});
}

Addressee RandomActions::target() {
    const std::vector<Addressee> targets{
        {}, {.department = plein_.town.transport}, {.department = plein_.town.warehouse}};
    return any_of(targets);
}

/// One of the last that were asked; nothing before the first.
std::optional<PostId> RandomActions::question() {
    std::vector<PostId> asked;
    for (const Written& each : written_) {
        if (each.request.question) asked.push_back(each.post.id);
    }
    if (asked.empty()) return std::nullopt;
    return asked.at(asked.size() - 1 - any(std::min<std::size_t>(asked.size(), 5)));
}

void RandomActions::route_question() {
    Addressee wanted = target();
    if (wanted == Addressee{}) wanted.department = plein_.town.warehouse;
    if (const auto post = question()) attempt(anyone(), RouteQuestion{*post, wanted});
}

void RandomActions::pick_up_or_put_down() {
    const auto post = question();
    if (!post) return;
    if (any(3))
        attempt(anyone(), PickUpQuestion{*post});
    else
        attempt(anyone(), PutDownQuestion{*post});
}

/// Mostly a comment that was just made below it.
void RandomActions::mark_or_unmark() {
    const auto post = question();
    if (!post) return;
    if (any(5) == 0) {
        attempt(anyone(), UnmarkAnswer{*post});
        return;
    }
    CreateComment request{.post = *post, .client_id = next_id(), .body = {words()}};
    if (const auto comment = attempt(anyone(), request)) commented_.push_back({*comment, request});
    const auto below =
        std::ranges::find_if(commented_.rbegin(), commented_.rend(),
                             [&](const Commented& each) { return each.comment.post == *post; });
    if (below != commented_.rend()) attempt(anyone(), MarkAnswer{*post, below->comment.id});
}

void RandomActions::reopen_question() {
    const auto post = question();
    if (!post) return;
    const auto asked = std::ranges::find(written_, *post, [](const Written& each) { return each.post.id; });
    const ReopenQuestion request{*post, {words()}};
    attempt(mostly(asked->post.author), request);
}

/// Mostly by somebody who may, and later apart again.
void RandomActions::merge_or_unmerge() {
    const auto post = question();
    const auto into = question();
    if (!post || !into) return;
    if (any(4) == 0)
        attempt(anyone(), UnmergeQuestion{*post});
    else
        attempt(mostly(plein_.town.owner), MergeQuestion{*post, *into});
}

}  // namespace plein::test
