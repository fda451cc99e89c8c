#include "server/live/fan_out.hpp"

#include <boost/asio/post.hpp>

#include <algorithm>
#include <utility>

namespace plein::live {

FanOut::FanOut(boost::asio::io_context& context, const HubOptions& options)
    : context_(context),
      interval_(options.batch_interval),
      events_per_message_(options.events_per_message),
      followers_per_turn_(options.followers_per_turn),
      timer_(context) {}

void FanOut::add(const std::shared_ptr<Stream>& stream, const SharedEvent& event) {
    if (stream->followers.empty()) return;
    Batch& batch = stream->batch;
    batch.add(event->line);
    if (batch.full(events_per_message_)) return flush(*stream);
    const auto now = Batch::Clock::now();
    if (now - batch.left_at() >= interval_) return leave(stream);
    leave_later(stream, now + interval_);
}

/// The batch leaves, unless the message before it is still on its way: then it leaves an interval later.
void FanOut::leave(const std::shared_ptr<Stream>& stream) {
    if (stream->batch.events() == 0) return;
    if (stream->sending.left > 0) return leave_later(stream, Batch::Clock::now() + interval_);
    send_batch(*stream);
    send_next(*stream, followers_per_turn_);
    if (stream->sending.left == 0 || std::exchange(stream->sending.queued, true)) return;
    sending_.push_back(stream);
    if (sending_.size() == 1) boost::asio::post(context_, [this] { go_on(); });
}

/// Each stream in turn, and everything else in between.
void FanOut::go_on() {
    const std::shared_ptr<Stream> stream = std::move(sending_.front());
    sending_.pop_front();
    send_next(*stream, followers_per_turn_);
    stream->sending.queued = stream->sending.left > 0;
    if (stream->sending.queued) sending_.push_back(stream);
    if (!sending_.empty()) boost::asio::post(context_, [this] { go_on(); });
}

void FanOut::flush(Stream& stream) {
    send_next(stream, stream.sending.left);
    if (stream.batch.events() == 0) return;
    send_batch(stream);
    send_next(stream, stream.sending.left);
}

void FanOut::send_batch(Stream& stream) {
    stream.sending.events = stream.batch.events();
    stream.sending.message = stream.batch.take(Batch::Clock::now());
    stream.sending.left = stream.followers.size();
}

void FanOut::send_next(Stream& stream, std::size_t followers) {
    Sending& sending = stream.sending;
    const std::size_t count = std::min(followers, sending.left);
    for (std::size_t i = 0; i < count; ++i) {
        const Client& follower = *stream.followers[--sending.left];
        if (!follower.gone) follower.connection->send(sending.message);
    }
    deliveries_.fetch_add(sending.events * count, std::memory_order_relaxed);
    if (sending.left == 0) sending.message.reset();
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

void FanOut::leave_later(const std::shared_ptr<Stream>& stream, Batch::Clock::time_point at) {
    if (std::exchange(stream->batch.queued, true)) return;
    due_.push_back({stream, at});
    wait_for_due();
}

void FanOut::wait_for_due() {
    if (due_.empty() || std::exchange(waiting_, true)) return;
    timer_.expires_at(due_.front().at);
    timer_.async_wait([this](boost::system::error_code error) {
        if (error) return;  // the hub's thread ends
        const auto now = Batch::Clock::now();
        while (!due_.empty() && due_.front().at <= now) {
            const auto stream = std::move(due_.front().stream);
            due_.pop_front();
            stream->batch.queued = false;
            leave(stream);
        }
        waiting_ = false;
        wait_for_due();
    });
}

}  // namespace plein::live
