#include "server/demo/load.hpp"

#include "server/demo/act_as.hpp"
#include "server/demo/organisation.hpp"
#include "server/features/posts.hpp"
#include "storage/demo.hpp"
#include "storage/readings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <stdexcept>

namespace plein::demo {

namespace {

using storage::Transaction;
using storage::Viewer;

/// A post of the story with the moment that the calendar gave it.
struct Dated {
    Timestamp at;
    const StoryPost* post;
};

/// In the order of time, which becomes the order of ids; what happens in one minute keeps the order of the files.
std::vector<Dated> in_order(const Story& story, const Calendar& calendar) {
    std::vector<Dated> dated;
    for (const StoryPost& post : story.posts)
        dated.push_back({calendar.at(post.when), &post});
    std::ranges::sort(dated, {}, [](const Dated& post) { return std::pair{post.at, post.post}; });
    return dated;
}

StoryMoment end_of(const Story& story) {
    const auto key = [](const StoryPost& post) {
        return std::tuple{post.when.week.value_or(0), post.when.weekday, post.when.time};
    };
    return std::ranges::max_element(story.posts, {}, key)->when;
}

/// RFC 9562 version 8 (free form): the same for the same post of the same story.
Uuid client_id(std::uint64_t number) {
    Uuid id;
    id.bytes[6] = 0x80;
    id.bytes[8] = 0x80;
    for (std::size_t i = 15; number != 0; --i, number /= 256)
        id.bytes[i] = static_cast<std::uint8_t>(number % 256);
    return id;
}

class Posts {
public:
    Posts(Transaction& tx, const Organisation& organisation) : tx_(tx), organisation_(organisation) {}

    void add(const Dated& dated) {
        const StoryPost& story = *dated.post;
        if (story.edit) return edit(dated);
        const Tab& tab = organisation_.tab(story.place);
        CreatePost request{.tab = tab.id, .client_id = client_id(++count_), .body = {story.body}};
        request.mark = story.mark.value_or(tab.default_mark);
        const Post post = act_as(tx_, organisation_.person(story.author), [&](const Viewer& viewer) {
            return features::create_post(tx_, viewer, request);
        });
        storage::update_moments(tx_, system_, post.id, dated.at, std::nullopt);
        latest_[{story.author, story.place}] = {post, dated.at};
    }

private:
    struct Latest {
        Post post;
        Timestamp at;
    };

    void edit(const Dated& dated) {
        const StoryPost& story = *dated.post;
        const auto found = latest_.find({story.author, story.place});
        if (found == latest_.end())
            throw std::runtime_error{story.author + " edits nothing in " + story.place};
        auto& [post, published_at] = found->second;
        const EditPost request{post.id, post.version, {story.body}, story.mark.value_or(post.mark)};
        post = act_as(tx_, post.author,
                      [&](const Viewer& viewer) { return features::edit_post(tx_, viewer, request); });
        storage::update_moments(tx_, system_, post.id, published_at, dated.at);
    }

    Transaction& tx_;
    const Organisation& organisation_;
    const storage::SystemAccess system_ = access::as_system("plein demo");
    std::uint64_t count_ = 0;
    std::map<std::pair<std::string, std::string>, Latest> latest_;  // by author and place
};

void check_empty(Transaction& tx) {
    if (storage::select_accounts(tx, access::as_system("plein demo")).empty()) return;
    throw std::runtime_error{
        "the database is not empty: the demo loads only where nobody has an account yet"};
}

void read_until(Transaction& tx, const Viewer& viewer, TabId tab, Timestamp moment) {
    try {
        storage::update_reading(tx, viewer, access::to_tab(tx, viewer, tab), moment);
    } catch (const Refusal&) {
        return;  // this person does not read that tab
    }
}

/// Everyone has read until some hours or days ago, each another moment: a little is unread for each of them.
void read_a_part(Transaction& tx, const Organisation& organisation) {
    std::chrono::hours away{4};
    for (const PersonId person : organisation.people()) {
        act_as(tx, person, [&](const Viewer& viewer) {
            for (const auto& [place, tab] : organisation.tabs())
                read_until(tx, viewer, tab.id, tx.now() - away);
            return true;
        });
        away = std::chrono::hours{4} + (away + std::chrono::hours{29}) % std::chrono::days{6};
    }
}

}  // namespace

void load(Transaction& tx, const Story& story, const LoadOptions& options) {
    check_empty(tx);
    const Calendar calendar{tx.now(), end_of(story), options.time_zone};
    const auto posts = in_order(story, calendar);
    const Organisation organisation{tx, story, options.password_hash};
    storage::update_beginnings(tx, access::as_system("plein demo"), posts.front().at - std::chrono::days{1});

    Posts written{tx, organisation};
    for (const Dated& dated : posts) {
        try {
            written.add(dated);
        } catch (const Refusal& refusal) {
            throw std::runtime_error{fmt::format("the story has {} write in {}: {}", dated.post->author,
                                                 dated.post->place, name_of(refusal.code))};
        }
    }
    read_a_part(tx, organisation);
}

void load_people_and_groups(Transaction& tx, const Story& story, const std::string& password_hash) {
    check_empty(tx);
    Organisation{tx, story, password_hash};
}

}  // namespace plein::demo
