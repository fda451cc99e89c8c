// What a client reads in full when it begins.
#include "tests/support/model.hpp"

#include "protocol/topics.hpp"

namespace plein::test {

Model Model::read(Device& device) {
    Model model;
    const Me me = device.ask(GetMe{});
    model.me = me.person.id;
    model.preferences = me.preferences;
    model.welcomed = me.welcomed;
    model.note(me.cursors);
    const SessionList sessions = device.ask(ListSessions{});
    for (const Session& session : sessions.items)
        model.sessions.insert(session.id);
    model.note(sessions.cursors);
    if (me.role != Role::guest) model.read_organisation(device);
    const OwnStandings standings = device.ask(ListStandings{});
    for (const OwnStanding& own : standings.items)
        model.standings[own.sign.group] = own.standing;
    model.note(standings.cursors);
    model.read_waiting(device);
    model.read_confidential(device);
    model.read_groups(device);
    model.read_home(device, true, model.home_unread);
    model.read_home(device, false, model.home_read);
    model.read_topics(device);
    return model;
}

void Model::read_organisation(Device& device) {
    for (Department& department : device.ask(ListDepartments{}).items)
        departments[department.id] = std::move(department);
    for (Service& service : device.ask(ListServices{}).items)
        services[service.id] = std::move(service);
    holidays = device.ask(ListHolidays{}).holidays;
    for (Person& person : device.ask(BrowsePeople{.limit = 100}).items)
        directory[person.id] = std::move(person);
}

void Model::read_groups(Device& device) {
    GroupList list = device.ask(ListGroups{});
    note(list.cursors);
    for (GroupView& view : list.items) {
        for (TabView& tab : view.tabs)
            tabs[tab.tab.id] = std::move(tab);
        view.tabs.clear();
        const GroupId id = view.group.id;
        const bool full_member = view.role != GroupRole::guest;
        read_held(device, view);
        groups[id] = std::move(view);
        read_posts(device, id);
        if (full_member) read_members(device, id);
    }
}

/// Those who decide see what waits; the count beside the group is that of their list.
void Model::read_held(Device& device, const GroupView& view) {
    const OwnHeldPostList own = device.ask(ListOwnHeldPosts{view.group.id});
    note(own.cursors);
    for (const OwnHeldPost& each : own.items)
        own_held[each.post.id] = each;
    if (!view.held) return;
    const HeldPostList list = device.ask(ListHeldPosts{view.group.id});
    note(list.cursors);
    for (const HeldPost& each : list.items)
        held[each.post.id] = each;
}

/// What this person has not published yet.
void Model::read_waiting(Device& device) {
    const DraftList written = device.ask(ListDrafts{});
    note(written.cursors);
    for (const Draft& each : written.items)
        drafts[each.tab] = each;
    const ScheduledPostList list = device.ask(ListScheduledPosts{});
    note(list.cursors);
    for (const ScheduledPost& each : list.items)
        scheduled[each.post.id] = each;
}

/// What is the viewer's own in them is told elsewhere.
void Model::read_confidential(Device& device) {
    for (const QuestionList list : {QuestionList::own, QuestionList::desk}) {
        const PostPage page = device.ask(ListQuestions{.list = list, .limit = 100});
        note(page.cursors);
        for (PostView view : page.items) {
            if (view.post.state != PostState::confidential) continue;
            view.mine = {};
            for (CommentView& each : view.latest)
                each.mine = {};
            if (view.answer) view.answer->mine = {};
            confidential[view.post.id] = std::move(view);
        }
    }
}

void Model::read_posts(Device& device, GroupId group) {
    ListGroupPosts request{.group = group, .limit = 100};
    for (;;) {
        PostPage page = device.ask(request);
        note(page.cursors);
        for (PostView& view : page.items) {
            if (view.mine.reaction) own_reactions[{view.post.id, std::nullopt}] = *view.mine.reaction;
            if (view.mine.kept) kept.insert(view.post.id);
            if (view.mine.confirmed) confirmed.insert(view.post.id);
            if (view.mine.wanted) wanted.insert(view.post.id);
            if (view.mine.attendance) attendances[view.post.id] = *view.mine.attendance;
            if (view.mine.vote) votes[view.post.id] = *view.mine.vote;
            if (view.thread.comments > 0) read_comments(device, view.post.id);
            posts[view.post.id] = std::move(view);
        }
        if (!page.next) return;
        request.before = Text<limits::cursor>{*page.next};
    }
}

/// In more than one page where there are many.
void Model::read_comments(Device& device, PostId post) {
    ListComments request{.post = post, .limit = 3};
    for (;;) {
        CommentPage page = device.ask(request);
        note(page.cursors);
        for (CommentView& view : page.items) {
            if (view.mine.reaction) own_reactions[{post, view.comment.id}] = *view.mine.reaction;
            comments[view.comment.id] = std::move(view);
        }
        if (!page.next) return;
        request.before = Text<limits::cursor>{*page.next};
    }
}

void Model::read_home(Device& device, bool unread, std::set<PostId>& home) {
    read_feed(device, ListHomePosts{.unread = unread}, home);
}

void Model::read_topics(Device& device) {
    for (const std::string_view topic : topics)
        read_feed(device, ListTopicPosts{.topic = {std::string{topic}}}, of_topic[topic]);
}

template <class R>
void Model::read_feed(Device& device, R request, std::set<PostId>& feed) {
    request.limit = 100;
    for (;;) {
        const PostPage page = device.ask(request);
        note(page.cursors);
        for (const PostView& view : page.items)
            feed.insert(view.post.id);
        if (!page.next) return;
        request.before = Text<limits::cursor>{*page.next};
    }
}

void Model::read_members(Device& device, GroupId group) {
    ListMembers request{.group = group};
    for (;;) {
        const MemberList page = device.ask(request);
        note(page.cursors);
        for (const Member& member : page.items)
            members[{group, member.person}] = member;
        if (!page.next) return;
        request.after = Text<limits::cursor>{*page.next};
    }
}

void Model::note(const std::vector<StreamCursor>& read) {
    for (const StreamCursor& each : read) {
        const Cursor cursor = Cursor::parse(each.cursor).value();
        const auto [known, is_new] = cursors.emplace(each.stream, cursor);
        if (!is_new && cursor.seq < known->second.seq) known->second = cursor;
    }
}

}  // namespace plein::test
