/// Listeners: who wants to hear of each new post of a tab, and which posts they have not all heard of.
#pragma once

#include "storage/proofs.hpp"
#include "storage/transaction.hpp"

#include <optional>
#include <vector>

namespace plein::storage {

/// These came to the tabs that they are in; those who listen there are to be told. Nothing where nobody does.
void insert_untold_posts(Transaction& tx, const std::vector<PostId>& posts);

/// Visible ones of which not all listeners were told. News comes once its readers were asked to confirm it.
std::vector<PostId> select_untold_posts(Reader& reader, const SystemAccess& system, std::int64_t limit);
/// The same one, locked until the commit; nothing when somebody else tells of it, or everybody was told.
struct UntoldPost {
    GroupId group;
    TabId tab;
    PersonId author;
    PersonId told_up_to;
};
PLEIN_DESCRIBE(UntoldPost, group, tab, author, told_up_to);
std::optional<UntoldPost> take_untold_post(Transaction& tx, const SystemAccess& system, PostId post);
/// Those behind `told_up_to` whom nothing has told of the post, in the order of their ids. Not who muted the tab.
std::vector<PersonId> select_listeners(Reader& reader, const SystemAccess& system, PostId post,
                                       const UntoldPost& untold, std::int64_t limit);
/// Nothing: everybody was.
void update_post_told(Transaction& tx, const SystemAccess& system, PostId post,
                      std::optional<PersonId> told_up_to);

}  // namespace plein::storage
