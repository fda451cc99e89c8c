#include "tests/bench/publisher.hpp"

#include "protocol/events.hpp"
#include "storage/events.hpp"
#include "tests/bench/timings.hpp"

#include <boost/asio/post.hpp>

#include <stdexcept>

namespace plein::bench {

namespace {

constexpr std::size_t unpublished_bytes = 64 * 1024 * 1024;
constexpr std::chrono::seconds patience{5};

live::SharedEvents shared(std::vector<storage::EmittedEvent> events) {
    live::SharedEvents all;
    for (storage::EmittedEvent& event : events)
        all.push_back(std::make_shared<const live::LiveEvent>(live::LiveEvent{
            std::move(event.stream), event.seq, event.revokes, event.ends, std::move(event.line)}));
    return all;
}

}  // namespace

Publisher::Publisher(const std::string& database_url, const std::string& redis_url)
    : redis_(context_, redis_url, unpublished_bytes, [](const live::SharedEvents&) {}),
      database_({.url = database_url, .connections = 1}, [this](std::vector<storage::EmittedEvent> events) {
          event_bytes_ = events.front().line.size();
          redis_.publish(shared(std::move(events)));
      }) {
    auto generation =
        database_.read_now([](storage::Snapshot& snapshot) { return storage::select_generation(snapshot); });
    boost::asio::post(context_, [this, generation = std::move(generation)] { redis_.start(generation); });
    const auto until = Clock::now() + patience;
    while (!redis_.figures().connected) {
        if (Clock::now() > until) throw std::runtime_error{"Redis does not answer"};
        std::this_thread::sleep_for(std::chrono::milliseconds{1});
    }
}

void Publisher::publish(GroupId group, TabId tab, PersonId author, std::size_t posts) {
    database_.commit_now([&](storage::Transaction& tx) {
        for (std::size_t i = 0; i < posts; ++i) {
            Post post;
            post.id = PostId{post_++};
            post.group = group;
            post.tab = tab;
            post.author = author;
            post.body = "Bij dok 3 staat een wagen zonder afspraak.";
            tx.tell(stream_of(group), PostCreated{std::move(post)});
        }
    });
}

}  // namespace plein::bench
