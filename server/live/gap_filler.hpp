/// Fills gaps for all hubs of the node: who misses the same events at the same time shares one read.
///
/// Thread: any; each caller resumes on its own executor, which has one thread.
#pragma once

#include "server/live/hub.hpp"

#include <map>
#include <mutex>
#include <tuple>

namespace plein::live {

class GapFiller {
public:
    explicit GapFiller(FillGap read) : read_(std::move(read)) {}

    boost::asio::awaitable<SharedEvents> fill(std::string stream, std::int64_t from, std::int64_t to);

private:
    struct Flight;
    using Key = std::tuple<std::string, std::int64_t, std::int64_t>;

    void land(const Key& key, Flight& flight);

    const FillGap read_;
    std::mutex mutex_;
    std::map<Key, std::shared_ptr<Flight>> flights_;
};

}  // namespace plein::live
