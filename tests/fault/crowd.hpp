/// Hundreds of pages that are open while things break: model clients of a few people, each with a thread of its own.
#pragma once

#include "tests/support/model_client.hpp"

#include <atomic>
#include <chrono>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace plein::test {

/// The pages of one person read afresh together: a reading serves whoever asked before it began.   Thread: any.
class SharedReader {
public:
    explicit SharedReader(std::string token) : token_(std::move(token)) {}
    Model read(std::uint16_t port);

private:
    const std::string token_;
    std::mutex mutex_;
    std::chrono::steady_clock::time_point began_;
    Model model_;
};

/// Thread: that of its maker.
class Crowd {
public:
    /// Opens the pages, spread over everybody of the organisation.
    Crowd(Deployment& plein, std::size_t pages);
    ~Crowd() { rest(); }
    Crowd(const Crowd&) = delete;
    Crowd& operator=(const Crowd&) = delete;

    /// Every page follows what happens, until `rest`.
    void listen();
    void rest();

    /// While nothing happens any more: every page has to come to what a fresh one shows, byte by byte. Returns how long the
    /// slowest took.
    std::chrono::milliseconds converge();
    /// The last fresh reading of a person.
    [[nodiscard]] const Model& fresh(PersonId person) const { return fresh_.at(person); }

    /// Gaps, doubles, what came behind a removal, posts that a page holds and its person may not see.
    [[nodiscard]] std::size_t leaked() const { return leaked_; }
    /// How often a page had to read everything again.
    [[nodiscard]] int readings() const;
    [[nodiscard]] std::size_t size() const { return pages_.size(); }
    [[nodiscard]] std::vector<std::string> wrongs() const;

private:
    struct Page {
        PersonId person;
        std::unique_ptr<ModelClient> client;
        std::size_t complaints = 0;  // that were counted
    };

    /// `work` on each page, each on a thread.
    template <class Work>
    void on_each(Work work);
    void compare(Page& page);
    void wrong(std::string what);

    Deployment& plein_;
    std::map<PersonId, std::unique_ptr<SharedReader>> readers_;
    std::vector<Page> pages_;
    std::map<PersonId, Model> fresh_;
    std::atomic<bool> resting_ = false;
    std::vector<std::thread> threads_;
    std::atomic<std::size_t> leaked_ = 0;
    mutable std::mutex mutex_;
    std::vector<std::string> wrongs_;
};

}  // namespace plein::test
