#include "server/live/fan_out.hpp"

namespace plein::live {

FanOut::FanOut(boost::asio::io_context& context, const HubOptions& options)
    : interval_(options.batch_interval), events_per_message_(options.events_per_message), timer_(context) {}

void FanOut::add(const std::shared_ptr<Stream>& stream, const SharedEvent& event) {
    if (stream->followers.empty()) return;
    Batch& batch = stream->batch;
    batch.add(event->line);
    const auto now = Batch::Clock::now();
    if (batch.full(events_per_message_) || now - batch.left_at() >= interval_) return flush(*stream);
    if (batch.queued) return;
    batch.queued = true;
    due_.push_back({stream, now + interval_});
    if (due_.size() == 1) wait_for_due();
}

void FanOut::flush(Stream& stream) {
    const std::size_t events = stream.batch.events();
    if (events == 0) return;
    const SharedMessage message = stream.batch.take(Batch::Clock::now());
    for (Client* follower : stream.followers) {
        if (!follower->gone) follower->connection->send(message);
    }
    deliveries_.fetch_add(events * stream.followers.size(), std::memory_order_relaxed);
}

void FanOut::send(const Client& client, const SharedEvents& events) {
    if (client.gone) return;
    Batch batch;
    for (const SharedEvent& event : events) {
        batch.add(event->line);
        if (batch.full(events_per_message_)) client.connection->send(batch.take({}));
    }
    if (batch.events() > 0) client.connection->send(batch.take({}));
    deliveries_.fetch_add(events.size(), std::memory_order_relaxed);
}

void FanOut::wait_for_due() {
    timer_.expires_at(due_.front().at);
    timer_.async_wait([this](boost::system::error_code error) {
        if (error) return;  // the hub's thread ends
        const auto now = Batch::Clock::now();
        while (!due_.empty() && due_.front().at <= now) {
            const auto stream = std::move(due_.front().stream);
            due_.pop_front();
            stream->batch.queued = false;
            flush(*stream);
        }
        if (!due_.empty()) wait_for_due();
    });
}

}  // namespace plein::live
