/// Somebody who uses Plein while a test does something to it.
#pragma once

#include "protocol/routes.hpp"
#include "tests/support/device.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <cstring>
#include <thread>

namespace plein::test {

/// A post of its own for each author and number.
inline CreatePost words(TabId tab, const std::string& body, std::uint8_t author, int number) {
    CreatePost request{.tab = tab, .body = {body}};
    request.client_id.bytes = {author};
    std::memcpy(request.client_id.bytes.data() + 1, &number, sizeof number);
    return request;
}

/// Somebody who never pauses: reads and writes, each on a connection that stays open. What goes wrong fails the test, and is
/// the end.
class Restless {
public:
    /// `length` of every other post; of the rest it is a word.
    Restless(Device device, TabId tab, std::uint8_t author, std::size_t length = 0)
        : device_(std::move(device)), tab_(tab), length_(length), thread_([this, author] { work(author); }) {}
    ~Restless() {
        resting_ = true;
        thread_.join();
    }

    [[nodiscard]] int answers() const { return answers_; }
    /// Until so many more rounds were answered, or one was not.
    void wait_for(int more) const {
        for (const int goal = answers_ + more; answers_ < goal && faults_ == 0;)
            std::this_thread::yield();
    }
    [[nodiscard]] int faults() const { return faults_; }

private:
    void work(std::uint8_t author) {
        for (int i = 0; !resting_ && faults_ == 0; ++i) {
            try {
                device_.ask(words(tab_, "news" + std::string(i % 2 ? length_ : 0, '.'), author, i));
                device_.ask(GetMe{});
                ++answers_;
            } catch (const std::exception& error) {
                ADD_FAILURE() << "round " << answers_ << ": " << error.what();
                ++faults_;
            }
        }
    }

    Device device_;
    TabId tab_;
    std::size_t length_;
    std::atomic<bool> resting_ = false;
    std::atomic<int> answers_ = 0;
    std::atomic<int> faults_ = 0;
    std::thread thread_;
};

}  // namespace plein::test
