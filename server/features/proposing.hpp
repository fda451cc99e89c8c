/// What posts have to do with ideas: who decides on one, and who hears of it.
#pragma once

#include "protocol/events.hpp"
#include "server/access/access.hpp"
#include "storage/ideas.hpp"

#include <set>
#include <vector>

namespace plein::features {

/// The owner of the service, and the heads and deputies of the open department; where there is none of them, the owners and
/// moderators of the group.
std::vector<PersonId> deciders_of(storage::Reader& reader, const storage::TabAccess& tab,
                                  const Addressee& addressee);

std::vector<IdeaStep> steps_of(const Idea& idea);
/// Who gave it a status.
std::set<PersonId> who_decided(const Idea& idea);

/// Emits idea.changed.
void tell_idea(storage::Transaction& tx, const storage::TabAccess& tab, PostId post, const Idea& idea);

/// What was held as an idea can be voted for from now on; for nobody yet, where its department is no more.
void open_idea(storage::Transaction& tx, const storage::TabAccess& tab, const Post& post);

}  // namespace plein::features
