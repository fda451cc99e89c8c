#include "server/features/write_limits.hpp"

#include "protocol/errors.hpp"

#include <algorithm>

namespace plein::features {

void WriteLimits::take(PersonId person, net::RateLimit::Clock::time_point now) {
    const std::scoped_lock lock{mutex_};
    if (buckets_.size() >= tidy_at_) {
        // A full bucket remembers nothing. Twice as many as remain, so that tidying stays cheap for each write.
        std::erase_if(buckets_, [now](const auto& entry) { return entry.second.full(now); });
        tidy_at_ = std::max<std::size_t>(1024, 2 * buckets_.size());
    }
    net::RateLimit& bucket =
        buckets_.try_emplace(person.value, options_.per_second, options_.burst, now).first->second;
    if (!bucket.take(now)) throw too_many_requests(1);  // at least one write a second comes free
}

std::size_t WriteLimits::remembered() const {
    const std::scoped_lock lock{mutex_};
    return buckets_.size();
}

}  // namespace plein::features
