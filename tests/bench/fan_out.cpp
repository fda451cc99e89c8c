#include "tests/bench/counting_crowd.hpp"
#include "tests/bench/delivery.hpp"
#include "tests/bench/publisher.hpp"
#include "tests/bench/report.hpp"
#include "tests/bench/scenarios.hpp"

namespace plein::bench {

void measure_fan_out(const Target& target, const FanOutOptions& options) {
    const Crowd crowd = gather_crowd(target.owner_url, options.members);
    const PersonId author = crowd.followers.front().person;
    Publisher publisher{options.database_url, options.redis_url};
    Audience audience{connect_counting(target.port, crowd.followers)};
    measure_delivery("", audience, options.loop, target.node,
                     [&](std::size_t events) { publisher.publish(crowd.group, crowd.tab, author, events); });
    Report{"event"}.add("bytes", publisher.event_bytes());
}

}  // namespace plein::bench
