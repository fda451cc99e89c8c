#include "server/demo/load.hpp"

#include "server/demo/act_as.hpp"
#include "server/demo/organisation.hpp"
#include "server/demo/writer.hpp"
#include "storage/accounts.hpp"
#include "storage/demo.hpp"
#include "storage/readings.hpp"

#include <algorithm>
#include <stdexcept>
#include <tuple>

namespace plein::demo {

namespace {

using storage::Transaction;
using storage::Viewer;

/// A post of the story, or a comment below it, with the moment that the calendar gave it.
struct Dated {
    Timestamp at;
    const StoryPost* post;
    const StoryComment* comment = nullptr;
};

/// In the order of time, which becomes the order of ids; what happens in one minute keeps the order of the files.
std::vector<Dated> in_order(const Story& story, const Calendar& calendar) {
    std::vector<Dated> dated;
    for (const StoryPost& post : story.posts) {
        dated.push_back({calendar.at(post.when), &post});
        for (const StoryComment& comment : post.comments)
            dated.push_back({calendar.at(comment.when), &post, &comment});
    }
    std::ranges::stable_sort(dated, {}, &Dated::at);
    return dated;
}

/// When the last post or comment of the weeks is written.
StoryMoment end_of(const Story& story) {
    StoryMoment end{.week = 0};
    const auto look_at = [&](const StoryMoment& when) {
        const auto key = [](const StoryMoment& moment) {
            return std::tuple{moment.week.value_or(0), moment.weekday, moment.time};
        };
        if (key(when) > key(end)) end = when;
    };
    for (const StoryPost& post : story.posts) {
        look_at(post.when);
        for (const StoryComment& comment : post.comments)
            look_at(comment.when);
    }
    return end;
}

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
        storage::update_notifications_read(tx, access::as_system("plein demo"), person, tx.now() - away);
        away = std::chrono::hours{4} + (away + std::chrono::hours{29}) % std::chrono::days{6};
    }
}

}  // namespace

void load(Transaction& tx, const Story& story, const LoadOptions& options) {
    check_empty(tx);
    const Calendar calendar{tx.now(), end_of(story), options.time_zone};
    const auto dated = in_order(story, calendar);
    const Organisation organisation{tx, story, options.password_hash};
    storage::update_beginnings(tx, access::as_system("plein demo"), dated.front().at - std::chrono::days{1});

    Writer writer{tx, organisation, calendar};
    for (const auto& [at, post, comment] : dated)
        comment ? writer.write(*post, *comment, at) : writer.write(*post, at);
    writer.react();
    writer.vote();
    writer.follow_up();
    storage::update_answer_moments(tx, access::as_system("plein demo"));
    storage::update_thread_moments(tx, access::as_system("plein demo"));
    storage::update_notification_moments(tx, access::as_system("plein demo"));
    read_a_part(tx, organisation);
}

void load_people_and_groups(Transaction& tx, const Story& story, const std::string& password_hash) {
    check_empty(tx);
    Organisation{tx, story, password_hash};
}

}  // namespace plein::demo
