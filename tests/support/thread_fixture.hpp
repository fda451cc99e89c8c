/// Comments and reactions below a post of the small organisation.
#pragma once

#include "server/features/comments.hpp"
#include "server/features/reactions.hpp"
#include "tests/support/feature_fixture.hpp"

namespace plein::test {

class ThreadTest : public FeatureTest {
protected:
    static CreateComment commenting(PostId on, const std::string& body, std::uint8_t client_id = 0) {
        static std::uint8_t made = 0;
        CreateComment request{.post = on, .body = {body}};
        request.client_id.bytes[0] = client_id ? 3 : 4;
        request.client_id.bytes[1] = client_id ? client_id : ++made;
        return request;
    }
    Comment comment(PersonId author, const std::string& body = "words") {
        return act(author, features::create_comment, commenting(subject.id, body));
    }
    Comment reply(PersonId author, const Comment& to, const std::string& body = "words") {
        CreateComment request = commenting(to.post, body);
        request.quote = to.id;
        return act(author, features::create_comment, request);
    }
    Comment edit(PersonId author, const Comment& before, const std::string& body) {
        return act(author, features::edit_comment, EditComment{before.id, before.version, {body}});
    }
    void erase(PersonId author, const Comment& comment) {
        act(author, features::delete_comment, DeleteComment{comment.id});
    }
    void react(PersonId who, std::optional<ReactionKind> kind, std::optional<CommentId> to = {}) {
        act(who, features::set_reaction, SetReaction{subject.id, to, kind});
    }
    std::int64_t count_reactions() {
        return database->commit_now([](Transaction& tx) { return features::count_reactions(tx, 1000); });
    }

    CommentPage thread(PersonId who, const ListComments& request) {
        return look(who, features::list_comments, request);
    }
    CommentPage thread(PersonId who) { return thread(who, ListComments{.post = subject.id}); }
    PostView view(PersonId who) { return look(who, features::get_post, GetPost{subject.id}).view; }

    static std::vector<std::string> bodies(const std::vector<CommentView>& views) {
        std::vector<std::string> texts;
        for (const CommentView& each : views)
            texts.push_back(each.comment.body);
        return texts;
    }

    const Post subject = post(town.owner, town.general, "what it is about");
    const std::size_t heard_at_first = news().size();
};

}  // namespace plein::test
