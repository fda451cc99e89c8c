/// Somebody who uses Plein while a test does something to it.
#pragma once

#include "protocol/routes.hpp"
#include "tests/support/device.hpp"
#include "tests/support/until.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <cstring>
#include <functional>
#include <thread>

namespace plein::test {

/// A post of its own for each author and number.
inline CreatePost words(TabId tab, const std::string& body, std::uint8_t author, int number) {
    CreatePost request{.tab = tab, .body = {body}};
    request.client_id.bytes = {author};
    std::memcpy(request.client_id.bytes.data() + 1, &number, sizeof number);
    return request;
}

/// Somebody who never pauses, on a connection that stays open. What goes wrong fails the test, and is the end.
class Restless {
public:
    /// What somebody does in a round, as `number` counts them.
    using Round = std::function<void(Device& device, int number)>;

    Restless(Device device, Round round)
        : device_(std::move(device)), round_(std::move(round)), thread_([this] { work(); }) {}
    /// Reads and writes. Every other post travels with so many spaces, which are not for those who follow the tab: a page
    /// resumes for as long as little was said.
    Restless(Device device, TabId tab, std::uint8_t author, std::size_t spaces = 0)
        : Restless(std::move(device), [tab, author, spaces](Device& own, int number) {
              Wire post = wire_of(words(tab, "news", author, number));
              if (number % 2) post.body.append(spaces, ' ');
              const HttpAnswer answer = own.send(post);
              if (answer.status / 100 != 2) throw Unexpected{post, answer};
              own.ask(GetMe{});
          }) {}
    ~Restless() {
        resting_ = true;
        thread_.join();
    }

    [[nodiscard]] int answers() const { return answers_; }
    /// Until so many more rounds were answered, or one was not.
    void wait_for(int more) const {
        const int goal = answers_ + more;
        EXPECT_TRUE(until([&] { return answers_ >= goal || faults_ > 0; }, std::chrono::minutes{5}));
    }
    [[nodiscard]] int faults() const { return faults_; }

private:
    void work() {
        for (int i = 0; !resting_ && faults_ == 0; ++i) {
            try {
                round_(device_, i);
                ++answers_;
            } catch (const std::exception& error) {
                ADD_FAILURE() << "round " << answers_ << ": " << error.what();
                ++faults_;
            }
        }
    }

    Device device_;
    Round round_;
    std::atomic<bool> resting_ = false;
    std::atomic<int> answers_ = 0;
    std::atomic<int> faults_ = 0;
    std::thread thread_;
};

}  // namespace plein::test
