/// What people propose: who wants it too, who decides on it, and how far it has come.
#pragma once

#include "protocol/ideas.hpp"
#include "storage/posts.hpp"

#include <optional>
#include <vector>

namespace plein::storage {

/// A post of this tab that is an idea.
struct NewIdea {
    PostId post;
    Addressee addressee;
};
/// Each in its place.
std::vector<Idea> insert_ideas(Transaction& tx, const std::vector<NewIdea>& ideas);

/// Nothing of a post that proposes nothing. In a write its row is locked until the commit.
std::optional<Idea> select_idea(Reader& reader, const PostAccess& post);
/// The same, of a post that is held.
std::optional<Idea> select_idea(Reader& reader, const TabAccess& tab, PostId post);

/// Each returns the idea as it is then.
Idea update_addressee(Transaction& tx, const TabAccess& tab, PostId post, const Addressee& addressee);
/// Its status is that of the last step. Who voted for it is told.
Idea update_steps(Transaction& tx, const PostAccess& post, const std::vector<IdeaStep>& steps);
/// Nothing when the viewer has voted for it before, or has not.
std::optional<Idea> insert_idea_vote(Transaction& tx, const Viewer& viewer, const PostAccess& post);
std::optional<Idea> delete_idea_vote(Transaction& tx, const Viewer& viewer, const PostAccess& post);

/// Who voted, the last one first.
std::vector<PersonId> select_idea_votes(Reader& reader, const PostAccess& post, std::int64_t limit);

/// In these tabs, as `ListIdeas` tells.
std::vector<ReadPost> select_ideas(Reader& reader, const ReadableTabs& tabs, const ListIdeas& request,
                                   std::int64_t limit);

/// Visible ideas with another status, of which not all who voted were told.
std::vector<PostId> select_untold_ideas(Reader& reader, const SystemAccess& system, std::int64_t limit);
/// The same one, locked until the commit; nothing when somebody else tells of it, or everybody was told. `decider` gave it
/// its last status.
struct UntoldIdea {
    GroupId group;
    TabId tab;
    PersonId author;
    PersonId told_up_to;
    JsonOf<std::vector<IdeaStep>> steps;
};
PLEIN_DESCRIBE(UntoldIdea, group, tab, author, told_up_to, steps);
std::optional<UntoldIdea> take_untold_idea(Transaction& tx, const SystemAccess& system, PostId post);
/// Who voted for it, behind `told_up_to`, in the order of their ids.
std::vector<PersonId> select_idea_voters(Reader& reader, const SystemAccess& system, PostId post,
                                         PersonId told_up_to, std::int64_t limit);
/// Nothing: everybody was.
void update_idea_told(Transaction& tx, const SystemAccess& system, PostId post,
                      std::optional<PersonId> person);

}  // namespace plein::storage
