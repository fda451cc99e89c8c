#include "tests/fault/crowd.hpp"

#include "tests/support/until.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace plein::test {
namespace {

using std::chrono::steady_clock;
using namespace std::chrono_literals;

constexpr auto for_ever = 24h;
constexpr auto patience = 60s;
constexpr std::size_t most_wrongs = 20;

/// The first lines that differ.
std::string first_difference(const std::string& page, const std::string& fresh) {
    const auto [a, b] = std::ranges::mismatch(page, fresh);
    const auto line_at = [](const std::string& text, std::size_t at) {
        const std::size_t begin = text.rfind('\n', at) + 1;
        return text.substr(begin, std::min<std::size_t>(text.find('\n', at) - begin, 400));
    };
    const auto at = static_cast<std::size_t>(a - page.begin());
    return fmt::format("it has {}, a fresh one has {}", line_at(page, at), line_at(fresh, at));
}

}  // namespace

Model SharedReader::read(std::uint16_t port) {
    const auto asked = steady_clock::now();
    const std::lock_guard lock{mutex_};
    if (began_ < asked) {
        const auto began = steady_clock::now();
        Device device{port, token_};
        model_ = Model::read(device);
        began_ = began;
    }
    return model_;
}

Crowd::Crowd(Deployment& plein, std::size_t pages) : plein_(plein) {
    const Organisation& town = plein.town;
    const std::vector people{town.owner, town.member,   town.colleague, town.moderator,
                             town.guest, town.stranger, town.newcomer,  town.administrator};
    for (std::size_t i = 0; i < pages; ++i) {
        const PersonId person = people[i % people.size()];
        auto& reader = readers_[person];
        if (!reader) reader = std::make_unique<SharedReader>(plein.session_of(person));
        const auto doors = [this, i] {
            std::vector<std::uint16_t> all;
            for (std::size_t node = 0; node < plein_.size(); ++node)
                all.push_back(plein_.door((i + node) % plein_.size()));
            return all;
        };
        const auto read = [&of_the_person = *reader](std::uint16_t port) { return of_the_person.read(port); };
        pages_.push_back({person, std::make_unique<ModelClient>(doors, plein.session_of(person), read)});
    }
}

template <class Work>
void Crowd::on_each(Work work) {
    for (Page& page : pages_) {
        threads_.emplace_back([this, work, &page] {
            try {
                work(page);
            } catch (const std::exception& error) {
                wrong(fmt::format("a page of person {} gave up: {}", page.person.value, error.what()));
            }
        });
    }
}

void Crowd::listen() {
    resting_ = false;
    on_each([this](Page& page) { page.client->listen_until([this] { return resting_.load(); }, for_ever); });
}

void Crowd::rest() {
    resting_ = true;
    for (std::thread& thread : threads_)
        thread.join();
    threads_.clear();
}

std::chrono::milliseconds Crowd::converge() {
    const auto start = steady_clock::now();
    if (!until([this] { return plein_.are_reactions_counted(); }, patience))
        wrong("reactions were not counted");
    for (const Page& page : pages_)
        fresh_.try_emplace(page.person);
    on_each([this](Page& page) {
        if (&page == &*std::ranges::find(pages_, page.person, &Page::person))
            fresh_.at(page.person) = page.client->read_afresh();
    });
    rest();
    on_each([this](Page& page) { compare(page); });
    rest();
    return std::chrono::duration_cast<std::chrono::milliseconds>(steady_clock::now() - start);
}

void Crowd::compare(Page& page) {
    const Model& fresh = fresh_.at(page.person);
    ModelClient& client = *page.client;
    if (!client.converge_with(fresh, patience))
        wrong(
            fmt::format("a page of person {} missed something: {}", page.person.value, client.behind(fresh)));
    else if (client.model().to_json() != fresh.to_json())
        wrong(fmt::format("a page of person {} differs from a fresh one: {}", page.person.value,
                          first_difference(client.model().to_json(), fresh.to_json())));
    for (const auto& [id, view] : client.model().posts)
        leaked_ += fresh.posts.contains(id) ? 0 : 1;
    for (; page.complaints < client.complaints().size(); ++page.complaints) {
        ++leaked_;
        wrong(client.complaints()[page.complaints]);
    }
}

void Crowd::wrong(std::string what) {
    const std::lock_guard lock{mutex_};
    if (wrongs_.size() < most_wrongs) wrongs_.push_back(std::move(what));
}

int Crowd::readings() const {
    int all = 0;
    for (const Page& page : pages_)
        all += page.client->readings();
    return all;
}

std::vector<std::string> Crowd::wrongs() const {
    const std::lock_guard lock{mutex_};
    return wrongs_;
}

}  // namespace plein::test
