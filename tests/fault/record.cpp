#include "tests/fault/record.hpp"

#include "protocol/routes.hpp"
#include "tests/support/another_try.hpp"

#include <fmt/format.h>

#include <array>
#include <cstring>
#include <map>
#include <random>

namespace plein::test {
namespace {

using namespace std::chrono_literals;

constexpr auto pause_between_tries = 10ms;
constexpr auto pause_between_writes = 40ms;  // of one writer: clients and servers share the machine
constexpr std::size_t most_standing =
    20;  // posts of one writer, then one goes for each that comes: unread posts are counted to 100
constexpr std::size_t most_wrongs = 20;
constexpr auto patience = 90s;

Uuid numbered(std::uint64_t writer, std::uint64_t number) {
    Uuid id;
    const std::array<std::uint64_t, 2> parts{writer, number};
    std::memcpy(id.bytes.data(), parts.data(), sizeof parts);
    return id;
}

std::string told(const HttpAnswer& answer) {
    return fmt::format("a writer was told {}: {}", answer.status, answer.body);
}

}  // namespace

Record::Record(Deployment& plein, std::uint64_t seed, std::size_t writers)
    : plein_(plein), author_(plein.town.other_owner), writers_(writers) {
    const Organisation& town = plein.town;
    Device device = plein.device(author_);
    CreateGroup request{.client_id = numbered(writers, 0), .form = {}};
    request.form.name = {"The record"};
    request.form.purpose = {"What everybody was told"};
    const Group group = device.ask(request);
    for (const PersonId person : {town.owner, town.moderator, town.member, town.colleague, town.stranger,
                                  town.newcomer, town.administrator})
        device.ask(SetMember{group.id, person, GroupRole::member});
    tab_ = device.ask(GetGroup{group.id}).view.tabs.at(0).tab.id;
    for (std::size_t i = 0; i < writers; ++i) {
        writers_[i].number = i;
        writers_[i].seed = seed + i;
    }
}

void Record::start() {
    stopping_ = false;
    for (Writer& writer : writers_)
        writer.thread = std::thread{[this, &writer] { write_until_stopped(writer); }};
}

void Record::stop() {
    stopping_ = true;
    for (Writer& writer : writers_) {
        if (writer.thread.joinable()) writer.thread.join();
    }
}

void Record::write_until_stopped(Writer& writer) {
    std::mt19937_64 random{writer.seed + writer.posts};
    Device device = plein_.device(author_, writer.number);
    try {
        while (!stopping_) {
            create(device, writer);
            if (random() % 3 == 0) edit(device, writer.entries.back());
            remove_one(device, writer, random());
            std::this_thread::sleep_for(pause_between_writes);
        }
    } catch (const std::exception& error) {
        wrong(error.what());
    }
}

/// One that stands, so that the next has room.
void Record::remove_one(Device& device, Writer& writer, std::size_t lot) {
    std::vector<Entry*> standing;
    for (Entry& entry : writer.entries) {
        if (entry.stands) standing.push_back(&entry);
    }
    if (standing.size() > most_standing) remove(device, *standing[lot % standing.size()]);
}

void Record::create(Device& device, Writer& writer) {
    Entry& entry = writer.entries.emplace_back();
    entry.key = fmt::format("writer {} number {},", writer.number, ++writer.posts);
    entry.words = entry.key + " first";
    // One in eight is long: it travels in several pieces.
    if (writer.posts % 8 == 0) entry.words += std::string(18'000, '.');
    const CreatePost request{
        .tab = tab_, .client_id = numbered(writer.number, writer.posts), .body = {entry.words}};
    bool again = false;
    const HttpAnswer answer = answer_to(device, wire_of(request), again);
    if (answer.status != 200) return wrong(told(answer));
    const Post post = from_json<Post>(answer.body, answer_depth);
    entry.id = post.id;
    entry.version = post.version;
    entry.stands = true;
    acknowledge(entry);
}

/// That the version is stale says, after a try without an answer, that this try was the one: nobody else edits it.
void Record::edit(Device& device, Entry& entry) {
    if (!entry.stands) return;
    const std::string words = entry.key + " second";
    const EditPost request{.post = entry.id, .version = entry.version, .body = {words}};
    bool again = false;
    const HttpAnswer answer = answer_to(device, wire_of(request), again);
    if (answer.status != 200 && !(again && answer.status == 409)) return wrong(told(answer));
    entry.words = words;
    ++entry.version;
    acknowledge(entry);
}

void Record::remove(Device& device, Entry& entry) {
    if (!entry.stands) return;
    bool again = false;
    const HttpAnswer answer = answer_to(device, wire_of(DeletePost{entry.id}), again);
    if (answer.status / 100 != 2 && !(again && answer.status == 404)) return wrong(told(answer));
    entry.stands = false;
    acknowledge(entry);
}

HttpAnswer Record::answer_to(Device& device, const Wire& wire, bool& again) {
    const auto deadline = std::chrono::steady_clock::now() + patience;
    for (std::size_t node = 0; std::chrono::steady_clock::now() < deadline; ++node) {
        try {
            HttpAnswer answer = device.send(wire);
            if (!asks_for_another_try(answer.status)) return answer;
        } catch (const NoAnswer&) {
            device.move_to(plein_.door(node % plein_.size()));
        }
        again = true;
        std::this_thread::sleep_for(pause_between_tries);
    }
    throw NoAnswer{"nobody answers a writer any more"};
}

void Record::acknowledge(Entry& entry) {
    ++entry.acknowledged;
    ++acknowledged_;
}

void Record::wrong(const std::string& what) {
    const std::lock_guard lock{mutex_};
    if (account_.wrongs.size() < most_wrongs) account_.wrongs.push_back(what);
}

void Record::compare_with(const Model& fresh) {
    std::map<std::string, std::vector<std::string>> standing;
    for (const auto& [id, view] : fresh.posts) {
        const std::string& words = view.post.body;
        standing[words.substr(0, words.find(',') + 1)].push_back(words);
    }
    for (Writer& writer : writers_) {
        for (Entry& entry : writer.entries)
            check(entry, standing[entry.key]);
        std::erase_if(writer.entries, [](const Entry& entry) { return !entry.stands; });
    }
}

void Record::check(Entry& entry, const std::vector<std::string>& found) {
    const bool right = entry.stands ? found == std::vector{entry.words} : found.empty();
    if (!right) wrong(fmt::format("\"{}\" stands {} times, not as acknowledged", entry.key, found.size()));
    account_.doubled += found.size() > 1 ? 1 : 0;
    account_.found += right ? entry.acknowledged : 0;
    account_.acknowledged += std::exchange(entry.acknowledged, 0);
}

}  // namespace plein::test
