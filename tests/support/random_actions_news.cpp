// News, those who confirm it, and departments that take it up.
#include "tests/support/random_actions.hpp"

#include <algorithm>

namespace plein::test {

std::string RandomActions::body_of(PostKind kind) {
    const bool has_title = kind == PostKind::news || kind == PostKind::event;
    return has_title ? "# " + words() : words();
}

void RandomActions::announce() {
    CreatePost request{.tab = any_of(tabs_), .client_id = next_id(), .body = {body_of(PostKind::news)}};
    const Organisation& town = plein_.town;
    request.news = NewNews{.must_read = any(2) == 0, .affects = {{town.warehouse}}};
    if (any(2)) request.news->affects.items.push_back(town.transport);
    const PersonId who = request.news->must_read ? mostly(town.owner) : anyone();
    if (const auto post = attempt(who, request)) written_.push_back({*post, request});
}

/// Some of the last; nothing before the first.
const RandomActions::Written* RandomActions::news() {
    std::vector<const Written*> published;
    for (const Written& each : written_) {
        if (each.request.news) published.push_back(&each);
    }
    if (published.empty()) return nullptr;
    return published.at(published.size() - 1 - any(std::min<std::size_t>(published.size(), 4)));
}

void RandomActions::confirm() {
    if (const Written* const published = news()) attempt(anyone(), ConfirmNews{published->post.id});
}

void RandomActions::remind() {
    const Written* const published = news();
    if (published) attempt(mostly(published->post.author), RemindReaders{published->post.id});
}

/// Mostly by the head of Warehouse.
void RandomActions::take_up() {
    const Written* const published = news();
    if (!published) return;
    const Organisation& town = plein_.town;
    attempt(mostly(town.colleague),
            AcknowledgeNews{.post = published->post.id, .department = town.warehouse, .note = {words()}});
}

}  // namespace plein::test
