#include "tests/support/model.hpp"

#include "protocol/routes.hpp"
#include "protocol/topic_words.hpp"

#include <algorithm>

namespace plein::test {
namespace {

constexpr std::size_t most_counted = 2000;  // no reading comes later than that many posts

}  // namespace

void Model::apply(const std::string& stream, std::int64_t seq, std::string_view type, const JsonValue& data) {
    stream_ = stream;
    seq_ = seq;
    bool known = false;
    boost::mp11::mp_for_each<boost::mp11::mp_transform<std::type_identity, Events>>(
        [&]<class E>(std::type_identity<E>) {
            if (E::type != type) return;
            known = true;
            E event;
            read_json(data, event, JsonPath{"data"});
            apply(event);
        });
    if (!known) throw std::logic_error{"an event of unknown type " + std::string{type}};
    counts_are_old_ = true;
}

void Model::apply(const PostCreated& event) {
    // From another tab: what is below it is in this one now, and told anew as far as readers see it at first.
    const auto found = posts.find(event.post.id);
    if (found != posts.end() && found->second.post.tab != event.post.tab &&
        found->second.post.version < event.post.version) {
        forget(event.post.id);
    }
    put(event.post);
    count(event.post, 1);
}

/// Of a post that we never saw only the server knows whether it was counted.
void Model::apply(const PostDeleted& event) {
    const auto found = posts.find(event.post);
    if (found == posts.end()) {
        const auto tab = tabs.find(event.tab);
        if (tab != tabs.end() && is_news_to(tab->second.reading, stream_, seq_)) stale_ = true;
        return;
    }
    if (found->second.post.version >= event.version) return;
    count(found->second.post, -1);
    forget(event.post);
}

/// Where it is now may have been told before, on another stream: its old tab counts it no more in either case.
void Model::apply(const PostMoved& event) {
    const auto found = posts.find(event.post);
    if (found == posts.end()) {
        const auto tab = tabs.find(event.tab);
        if (tab != tabs.end() && is_news_to(tab->second.reading, stream_, seq_)) stale_ = true;
        return;
    }
    Post before = found->second.post;
    before.tab = event.tab;
    count(before, -1);
    if (found->second.post.version < event.version) forget(event.post);
}

/// A later event tells what became of a post; that it was new is told by nothing.
void Model::apply(const Redacted& event) {
    if (event.subject.starts_with("post:")) stale_ = true;
}

void Model::apply(const GroupChanged& event) {
    const auto found = groups.find(event.group.id);
    if (found == groups.end() || found->second.group.version >= event.group.version) return;
    if (found->second.group.kind != event.group.kind) stale_ = true;  // it decides which tabs one follows
    found->second.group = event.group;
}

void Model::apply(const TabChanged& event) {
    const auto found = tabs.find(event.tab.id);
    if (found == tabs.end() || found->second.tab.version >= event.tab.version) return;
    found->second.tab = event.tab;
    stale_ = true;  // its posting rule decides what this person may do there
}

/// What was held there is out of sight too; only the server knows how much of what waits in the group that was.
void Model::apply(const TabRemoved& event) {
    const auto group = groups.find(event.group);
    if (group != groups.end() && group->second.held) stale_ = true;
    forget(event.tab);
}

/// Owners alone count; whoever is none any more reads afresh.
void Model::apply(const RequestsChanged& event) {
    const auto found = groups.find(event.group);
    if (found != groups.end() && found->second.pending_requests)
        found->second.pending_requests = event.pending;
}

void Model::apply(const StandingChanged& event) {
    if (event.standing == GroupStanding::none)
        standings.erase(event.group);
    else
        standings[event.group] = event.standing;
}

void Model::put(const Reading& reading) {
    const auto found = tabs.find(reading.tab);
    if (found == tabs.end() || found->second.reading.version >= reading.version) return;
    found->second.reading = reading;
    for (const Counted& each : counted_)
        count_in(found->second, each);
}

void Model::count(const Post& post, std::int32_t by) {
    if (counted_.size() == most_counted)
        counted_.erase(counted_.begin(), counted_.begin() + most_counted / 2);
    counted_.push_back({stream_, seq_, post, by});
    const auto found = tabs.find(post.tab);
    if (found != tabs.end()) count_in(found->second, counted_.back());
}

/// Of another stream the tab speaks no more.
bool Model::is_news_to(const Reading& reading, const std::string& stream, std::int64_t seq) {
    return reading.counted.stream == stream && seq > Cursor::parse(reading.counted.cursor).value().seq;
}

void Model::count_in(TabView& tab, const Counted& counted) const {
    if (!is_news_to(tab.reading, counted.stream, counted.seq) || !is_unread(counted.post, tab)) return;
    tab.reading.unread = std::clamp(tab.reading.unread + counted.by, 0, 100);
}

void Model::apply(const PersonChanged& event) {
    const auto known = directory.find(event.person.id);
    if (known != directory.end() && known->second.version >= event.person.version) return;
    if (event.person.suspended)
        directory.erase(event.person.id);
    else
        directory[event.person.id] = event.person;
}

void Model::apply(const DepartmentChanged& event) {
    auto& known = departments[event.department.id];
    if (known.id == event.department.id && known.version > event.department.version) return;
    known = event.department;
}

void Model::apply(const ServiceChanged& event) {
    auto& known = services[event.service.id];
    if (known.id == event.service.id && known.version >= event.service.version) return;
    known = event.service;
}

void Model::apply(const HolidaysChanged& event) {
    if (holidays.version < event.holidays.version) holidays = event.holidays;
}

void Model::put(const Post& post) {
    auto& known = posts[post.id];
    if (known.post.id == post.id && known.post.version >= post.version) return;
    // One that comes back may be one that this person reacted to.
    if (known.post.id != post.id && post.version > 1) stale_ = true;
    const auto tab = tabs.find(post.tab);
    const bool is_own = post.author == me;
    const bool needs_approval = tab != tabs.end() && tab->second.needs_approval;
    known.post = post;
    known.mine = {.may_edit = is_own && !needs_approval, .may_delete = is_own};
}

void Model::put(const Member& member) {
    auto& known = members[{member.group, member.person}];
    if (known.since > member.since) return;  // of an earlier membership
    if (known.since < member.since || known.version < member.version) known = member;
}

void Model::forget(PostId post) {
    posts.erase(post);
    std::erase_if(comments, [&](const auto& each) { return each.second.comment.post == post; });
}

void Model::forget(GroupId group) {
    standings.erase(group);
    groups.erase(group);
    std::erase_if(drafts, [&](const auto& draft) {
        const auto tab = tabs.find(draft.first);
        return tab != tabs.end() && tab->second.tab.group == group;
    });
    std::erase_if(tabs, [&](const auto& tab) { return tab.second.tab.group == group; });
    std::erase_if(posts, [&](const auto& post) { return post.second.post.group == group; });
    std::erase_if(comments, [&](const auto& each) { return each.second.comment.group == group; });
    std::erase_if(members, [&](const auto& member) { return member.first.first == group; });
    std::erase_if(held, [&](const auto& each) { return each.second.post.group == group; });
    std::erase_if(own_held, [&](const auto& each) { return each.second.post.group == group; });
    std::erase_if(scheduled, [&](const auto& each) { return each.second.post.group == group; });
    std::erase_if(confidential, [&](const auto& each) { return each.second.post.group == group; });
}

void Model::forget(TabId tab) {
    tabs.erase(tab);
    std::erase_if(posts, [&](const auto& post) { return post.second.post.tab == tab; });
    std::erase_if(comments, [&](const auto& each) { return each.second.comment.tab == tab; });
    std::erase_if(held, [&](const auto& each) { return each.second.post.tab == tab; });
    std::erase_if(own_held, [&](const auto& each) { return each.second.post.tab == tab; });
    std::erase_if(scheduled, [&](const auto& each) { return each.second.post.tab == tab; });
    std::erase_if(confidential, [&](const auto& each) { return each.second.post.tab == tab; });
    drafts.erase(tab);
}

/// As every client sees it: posts by others behind the reading position.
bool Model::is_unread(const Post& post, const TabView& tab) const {
    const bool is_read = tab.reading.read_until && post.published_at <= *tab.reading.read_until;
    return post.tab == tab.tab.id && post.author != me && !is_read;
}

Model Model::counted() const {
    Model model = *this;
    model.recount();
    return model;
}

/// A post of one's own that came after the reading position waits for the unread ones around it.
void Model::arrange_home() {
    home_unread.clear();
    home_read.clear();
    for (const auto& [id, view] : posts) {
        const auto found = tabs.find(view.post.tab);
        if (found == tabs.end() || found->second.reading.following != Following::followed) continue;
        const TabView& tab = found->second;
        const bool is_behind = tab.reading.read_until && view.post.published_at <= *tab.reading.read_until;
        if (is_unread(view.post, tab))
            home_unread.insert(id);
        else if (is_behind || tab.reading.unread == 0)
            home_read.insert(id);
    }
}

void Model::arrange_topics() {
    for (const std::string_view topic : topics) {
        auto& found = of_topic[topic];
        found.clear();
        const std::string node = "\"topic\":" + plein::to_json(topic_key(topic)) + "}";
        for (const auto& [id, view] : posts) {
            const auto& translation = view.post.translation;
            if (view.post.blocks.text.find(node) != std::string::npos ||
                (translation && translation->blocks.text.find(node) != std::string::npos))
                found.insert(id);
        }
    }
}

void Model::recount() {
    counts_are_old_ = false;
    arrange_home();
    arrange_topics();
    for (auto& [id, group] : groups) {
        if (!group.member_count) continue;
        group.member_count = 0;
        group.emergency_until.reset();
        for (const auto& [key, member] : members) {
            if (key.first != id) continue;
            ++*group.member_count;
            if (group.role == GroupRole::owner)
                group.emergency_until = std::max(group.emergency_until, member.until);
        }
    }
}

std::string Model::to_json() const {
    if (counts_are_old_) return counted().to_json();
    std::string text;
    const auto line = [&text](const auto& value) { text += plein::to_json(value) + "\n"; };
    for (const auto& [id, group] : groups)
        line(group);
    for (auto [id, tab] : tabs) {
        tab.reading.counted = {};  // it goes on with the stream, whatever is said there
        line(tab);
    }
    for (const auto& [id, member] : members)
        line(member);
    for (const auto& [id, post] : posts)
        line(shown(post));
    for (const auto& [id, each] : comments) {
        CommentView view = each;
        const auto chosen = own_reactions.find({each.comment.post, id});
        view.mine.reaction = chosen == own_reactions.end() ? std::nullopt : std::optional{chosen->second};
        line(view);
    }
    for (const auto& [id, each] : held)
        line(each);
    for (const auto& [id, each] : own_held)
        line(each);
    for (const auto& [tab, each] : drafts)
        line(each);
    for (const auto& [id, each] : scheduled)
        line(each);
    for (const auto& [id, each] : confidential)
        line(each);
    for (const SessionId session : sessions)
        line(session);
    for (const auto& [group, standing] : standings)
        line(StandingChanged{group, standing});
    for (const PostId post : home_unread)
        line(post);
    text += "read before:\n";
    for (const PostId post : home_read)
        line(post);
    for (const auto& [topic, found] : of_topic) {
        text += "#" + std::string{topic} + ":\n";
        for (const PostId post : found)
            line(post);
    }
    line(preferences);
    for (const auto& [id, department] : departments)
        line(department);
    for (const auto& [id, service] : services)
        line(service);
    line(holidays);
    for (const auto& [id, person] : directory)
        line(person);
    line(welcomed);
    return text;
}

}  // namespace plein::test
