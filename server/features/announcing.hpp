/// What posts have to do with news: what may be published as news, what it asks, and who hears of it.
#pragma once

#include "protocol/events.hpp"
#include "server/access/access.hpp"
#include "storage/news.hpp"

#include <set>
#include <vector>

namespace plein::features {

/// Its departments are open, and stay so until the commit. Errors: invalid_request about `$.news` (a department twice) and about `$.body` (no title), forbidden about `news` (a guest) and about `must_read` (not one who looks after the
/// tab), not_found about `news` (no such open department).
void check_news(storage::Transaction& tx, const storage::TabAccess& tab, const CreatePost& request,
                const JsonOf<MarkdownTree>& blocks);

std::vector<AffectedDepartment> affected_by(const News& news);
/// Who took it up for their departments.
std::set<PersonId> acknowledgers_of(const News& news);

/// Emits news.changed.
void tell_news(storage::Transaction& tx, const storage::TabAccess& tab, PostId post, const News& news);

/// What was held as news asks what it asks from now on.
void open_news(storage::Transaction& tx, const storage::TabAccess& tab, const Post& post);

}  // namespace plein::features
