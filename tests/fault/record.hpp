/// People who write in a group that nobody else changes, and what they were told of it.
///
/// Each writes, edits and deletes, with client ids and versions, and says each request again until somebody answers, as a
/// client does. What was answered has to stand, once and as last written; what was deleted may not stand.
#pragma once

#include "tests/support/deployment.hpp"
#include "tests/support/model.hpp"

#include <atomic>
#include <cstdint>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace plein::test {

/// Of all writes so far.
struct Account {
    std::size_t acknowledged = 0;
    std::size_t found = 0;    // of the acknowledged
    std::size_t doubled = 0;  // posts that stand twice
    std::vector<std::string> wrongs;
};

/// Thread: that of its maker, beside the writers' own.
class Record {
public:
    /// Founds the group; everybody of the organisation is in it.
    Record(Deployment& plein, std::uint64_t seed, std::size_t writers);
    ~Record() { stop(); }
    Record(const Record&) = delete;
    Record& operator=(const Record&) = delete;

    void start();
    /// Returns when each writer has come to the end of what it was at.
    void stop();

    [[nodiscard]] std::size_t acknowledged() const { return acknowledged_; }
    /// While nobody writes: compares what was answered since the last time, and all that has to stand, with what a member
    /// reads.
    void compare_with(const Model& fresh);
    [[nodiscard]] const Account& account() const { return account_; }

private:
    struct Entry {
        std::string key;  // what its words begin with, of no other post
        std::string words;
        PostId id;
        std::int32_t version = 0;
        std::size_t acknowledged = 0;  // since it was compared
        bool stands = false;
    };
    struct Writer {
        std::size_t number = 0;
        std::uint64_t seed = 0;
        std::uint64_t posts = 0;
        std::vector<Entry> entries;
        std::thread thread;
    };

    void write_until_stopped(Writer& writer);
    void create(Device& device, Writer& writer);
    void edit(Device& device, Entry& entry);
    void remove_one(Device& device, Writer& writer, std::size_t lot);
    void remove(Device& device, Entry& entry);
    /// `again`: an earlier try was not answered.
    HttpAnswer answer_to(Device& device, const Wire& wire, bool& again);
    void acknowledge(Entry& entry);
    void wrong(const std::string& what);
    void check(Entry& entry, const std::vector<std::string>& found);

    Deployment& plein_;
    PersonId author_;
    TabId tab_;
    std::atomic<bool> stopping_ = false;
    std::atomic<std::size_t> acknowledged_ = 0;
    std::vector<Writer> writers_;
    std::mutex mutex_;  // guards wrongs of account_ while writers run
    Account account_;
};

}  // namespace plein::test
