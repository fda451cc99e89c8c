#include "server/previews/turns.hpp"

namespace plein::previews {

bool Turns::take(const std::string& name, Clock::time_point now) {
    const std::scoped_lock lock{mutex_};
    if (now - since_ >= std::chrono::minutes{1}) {
        since_ = now;
        taken_ = 0;
        by_name_.clear();
    }
    if (taken_ >= of_all_) return false;
    std::size_t& of_name = by_name_[name];
    if (of_name >= of_each_) return false;
    ++of_name;
    ++taken_;
    return true;
}

bool Turns::has(const std::string& name, Clock::time_point now) const {
    const std::scoped_lock lock{mutex_};
    if (now - since_ >= std::chrono::minutes{1}) return of_each_ > 0 && of_all_ > 0;
    const auto of_name = by_name_.find(name);
    return taken_ < of_all_ && (of_name == by_name_.end() || of_name->second < of_each_);
}

}  // namespace plein::previews
