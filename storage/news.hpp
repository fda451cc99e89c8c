/// News: what it asks of its readers and of departments, who confirmed it, and who was told.
#pragma once

#include "protocol/confirmations.hpp"
#include "storage/posts.hpp"

#include <optional>
#include <vector>

namespace plein::storage {

/// A post of this tab that is news. It asks nothing of anybody before `since`.
struct AskedNews {
    PostId post;
    const NewNews* news;
    Timestamp since;
};
/// Each in its place.
std::vector<News> insert_news(Transaction& tx, const std::vector<AskedNews>& news);

/// Nothing of a post that is no news. In a write its row is locked until the commit.
std::optional<News> select_news(Reader& reader, const PostAccess& post);
/// The same, of a post that is held.
std::optional<News> select_news(Reader& reader, const TabAccess& tab, PostId post);

/// Each returns the news as it is then.
News update_since(Transaction& tx, const TabAccess& tab, PostId post, Timestamp since);
News update_affects(Transaction& tx, const PostAccess& post, const std::vector<AffectedDepartment>& affects);
/// Its readers are told once more.
News update_reminded(Transaction& tx, const PostAccess& post);

/// Nothing when the viewer has confirmed it before.
std::optional<News> insert_confirmation(Transaction& tx, const Viewer& viewer, const PostAccess& post);
/// The last one first.
std::vector<Confirmation> select_confirmations(Reader& reader, const PostAccess& post);

/// Everyone who is in the group, in the order of their ids.
std::vector<PersonId> select_members_of_group(Reader& reader, const GroupAccess& group);

/// Of the last month, which waits for the viewer in these tabs, the newest first; at most `limit`.
std::vector<ReadPost> select_waiting_news(Reader& reader, const Viewer& viewer, const ReadableTabs& tabs,
                                          Timestamp since, std::int64_t limit);

/// Visible news of which not all readers were told.
std::vector<PostId> select_untold_news(Reader& reader, const SystemAccess& system, std::int64_t limit);
/// The same one, locked until the commit; nothing when somebody else tells of it, or everybody was told.
struct UntoldNews {
    GroupId group;
    TabId tab;
    PersonId author;
    PersonId told_up_to;
};
PLEIN_DESCRIBE(UntoldNews, group, tab, author, told_up_to);
std::optional<UntoldNews> take_untold_news(Transaction& tx, const SystemAccess& system, PostId post);
/// Members of its group who did not confirm it, behind `told_up_to`, in the order of their ids.
std::vector<PersonId> select_unconfirmed(Reader& reader, const SystemAccess& system, PostId post,
                                         const UntoldNews& news, std::int64_t limit);
/// Nothing: everybody was.
void update_told_up_to(Transaction& tx, const SystemAccess& system, PostId post,
                       std::optional<PersonId> person);

}  // namespace plein::storage
