#include "server/live/stream_order.hpp"

#include <algorithm>

namespace plein::live {

void StreamOrder::stands_at(std::int64_t head) {
    heard_ = std::max(heard_, head);
    if (delivered_) return;
    delivered_ = head;
    while (!held_.empty() && held_.begin()->first <= head) {
        held_bytes_ -= held_.begin()->second->line.size();
        held_.erase(held_.begin());
    }
}

bool StreamOrder::take(const SharedEvent& event) {
    if (delivered_ && event->seq <= *delivered_) return false;
    heard_ = std::max(heard_, event->seq);
    // The next one always finds room: it leaves again at once.
    const bool is_next = delivered_ && event->seq == *delivered_ + 1;
    const bool full = held_.size() >= max_held || held_bytes_ + event->line.size() > max_held_bytes;
    if (full && !is_next) return false;
    if (!held_.try_emplace(event->seq, event).second) return false;
    held_bytes_ += event->line.size();
    return true;
}

SharedEvent StreamOrder::next() {
    if (!delivered_ || held_.empty() || held_.begin()->first != *delivered_ + 1) return nullptr;
    SharedEvent event = std::move(held_.begin()->second);
    held_.erase(held_.begin());
    held_bytes_ -= event->line.size();
    ++*delivered_;
    return event;
}

std::optional<StreamOrder::Gap> StreamOrder::gap() const {
    if (!delivered_ || heard_ <= *delivered_) return std::nullopt;
    const std::int64_t from = *delivered_ + 1;
    const std::int64_t before_held = held_.empty() ? heard_ : held_.begin()->first - 1;
    if (before_held < from) return std::nullopt;
    return Gap{from, std::min(before_held, from + max_gap - 1)};
}

}  // namespace plein::live
