/// Posts that wait for a decision: a tab that asks for approval, those who decide, and what they see of it.
#pragma once

#include "server/features/held.hpp"
#include "tests/support/feature_fixture.hpp"

#include <algorithm>

namespace plein::test {

/// A tab where everyone posts and what members write waits for an owner or moderator.
class HeldPosts : public FeatureTest {
protected:
    HeldPosts() { news(); }

    TabId approval_tab(TabAudience audience = TabAudience::members,
                       std::optional<DepartmentId> department = {}) {
        CreateTab request{.group = town.group, .client_id = {}, .name = {"Proposals"}};
        request.client_id.bytes = {7, ++made_};
        request.audience = audience;
        request.department = department;
        request.posting = PostingRule::approval;
        return act(town.owner, features::create_tab, request).id;
    }

    std::vector<std::string> queue(PersonId who) {
        std::vector<std::string> texts;
        for (const HeldPost& held : look(who, features::list_held_posts, ListHeldPosts{town.group}).items)
            texts.push_back(held.post.body);
        return texts;
    }
    std::vector<OwnHeldPost> own(PersonId who) {
        return look(who, features::list_own_held_posts, ListOwnHeldPosts{town.group}).items;
    }
    GroupView group_of(PersonId who) { return look(who, features::get_group, GetGroup{town.group}).view; }
    TabView tab_of(PersonId who, TabId tab) {
        const auto view = group_of(who);
        return *std::ranges::find(view.tabs, tab, [](const TabView& each) { return each.tab.id; });
    }

    Post approve(PersonId who, const Post& post) {
        return act(who, features::approve_held_post, ApproveHeldPost{post.id, post.version});
    }
    void decline(PersonId who, const Post& post, const std::string& reason = "not here") {
        act(who, features::decline_held_post, DeclineHeldPost{post.id, post.version, {reason}});
    }
    Post edit_held(PersonId who, const Post& post, const std::string& body) {
        return act(who, features::edit_held_post, EditHeldPost{post.id, post.version, {body}});
    }
    std::optional<ErrorCode> refused_approval(PersonId who, const Post& post) {
        return refused(who, features::approve_held_post, ApproveHeldPost{post.id, post.version});
    }
    void set_rule(TabId tab, PostingRule rule) {
        const Tab now = tab_of(town.owner, tab).tab;
        act(town.owner, features::edit_tab,
            EditTab{.tab = tab,
                    .version = now.version,
                    .name = {now.name},
                    .department = now.department,
                    .audience = now.audience,
                    .posting = rule});
    }

    std::string moderators_stream = moderators_stream_of(town.group);

private:
    std::uint8_t made_ = 0;
};

}  // namespace plein::test
