/// Thousands of people who are connected and do nothing, as light as can be: they come back at once when they are cut off.
#pragma once

#include "tests/support/deployment.hpp"

#include <atomic>
#include <memory>
#include <string>
#include <vector>

namespace plein::test {

/// Thread: one of its own.
class Guests {
public:
    /// So many, of people made for it, some connections each.
    Guests(Deployment& plein, std::size_t count);
    ~Guests();
    Guests(const Guests&) = delete;
    Guests& operator=(const Guests&) = delete;

    void come();
    /// All connections at once, without a word; all come back.
    void drop_everything();
    /// For good.
    void leave();
    /// Those whom the node has told that they follow their stream.
    [[nodiscard]] std::size_t present() const;

private:
    class Lobby;
    std::unique_ptr<Lobby> lobby_;
};

}  // namespace plein::test
