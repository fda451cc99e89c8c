/// Values by key, as many as find room: the one that was not used for the longest time goes first.
#pragma once

#include <cstddef>
#include <list>
#include <map>
#include <utility>

namespace plein::storage {

/// A value says its `bytes()` and keeps them.   Thread: one at a time.
template <class Key, class Value>
class RecentlyUsed {
public:
    explicit RecentlyUsed(std::size_t max_bytes) : max_bytes_(max_bytes) {}

    /// Nothing when there is none; using it is the caller's to say.
    [[nodiscard]] const Value* find(const Key& key) const {
        const auto place = places_.find(key);
        return place == places_.end() ? nullptr : &place->second->second;
    }
    void use(const Key& key) { entries_.splice(entries_.begin(), entries_, places_.at(key)); }

    /// In the place of an earlier one. Too large a value does not stay.
    void put(const Key& key, Value value) {
        forget(key);
        bytes_ += value.bytes();
        entries_.emplace_front(key, std::move(value));
        places_.emplace(key, entries_.begin());
        while (bytes_ > max_bytes_)
            forget(Key{entries_.back().first});
    }

    void forget(const Key& key) {
        const auto place = places_.find(key);
        if (place == places_.end()) return;
        bytes_ -= place->second->second.bytes();
        entries_.erase(place->second);
        places_.erase(place);
    }

    template <class Unwanted>
    void forget_if(const Unwanted& unwanted) {
        for (auto place = places_.begin(); place != places_.end();) {
            const auto entry = (place++)->second;
            if (unwanted(entry->second)) forget(Key{entry->first});
        }
    }

    void clear() {
        entries_.clear();
        places_.clear();
        bytes_ = 0;
    }

private:
    using Entries = std::list<std::pair<Key, Value>>;

    const std::size_t max_bytes_;
    std::size_t bytes_ = 0;
    Entries entries_;  // the last one used in front
    std::map<Key, typename Entries::iterator> places_;
};

}  // namespace plein::storage
