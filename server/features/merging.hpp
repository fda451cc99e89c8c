/// Equal questions among all that happens to questions and posts: what one of them answers as well follows it (ADR 43).
#pragma once

#include "protocol/notifications.hpp"
#include "server/access/access.hpp"
#include "storage/merged_questions.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace plein::features {

/// Emits question.changed for each, where it is read.
void tell_questions(storage::Transaction& tx, const storage::SystemAccess& system,
                    const std::vector<storage::ChangedQuestion>& changed);

/// Holds the tabs and posts of what is merged with these, until the commit: call it before one of these posts is locked alone,
/// and before the row of any question.
void hold_equal_posts(storage::Transaction& tx, const std::vector<PostId>& posts);
/// The same, and the rows of the questions that answer these: call it before the questions themselves are locked.
void hold_equals(storage::Transaction& tx, const std::vector<PostId>& posts);
/// The tabs and posts of these themselves as well.
void hold_with_equals(storage::Transaction& tx, std::vector<PostId> posts);

/// All that these questions, whose rows are locked, answer as well become as they are. Emits question.changed for each and
/// returns them.
std::vector<storage::ChangedQuestion> follow(storage::Transaction& tx, const std::vector<PostId>& into);

/// Those who asked what `into` answers as well hear of it, each about their own question; not who does it, nor `actor`, whom
/// they hear of.
void inform_askers(storage::Transaction& tx, PersonId doer, PersonId actor, PostId into,
                   NotificationKind kind);

/// A merged question stands by itself again, open; the other counts one less, which is told. Its own question.changed is the
/// caller's to tell.
Question part(storage::Transaction& tx, PostId post, PostId into);

/// The same of one that went out of sight, or whose other did, through a node of the version before; all of it is told.
/// Returns how many: none, where it is parted by now.
std::int64_t part_lost(storage::Transaction& tx, PostId post);

/// The question is gone: it is merged with nothing any more, and what it answered as well is open again.
void part_from_all(storage::Transaction& tx, PostId post);
/// The question is in this tab now: the same as far as not all who read a merged one read what answers it. The caller tells of
/// the question itself.
void part_where_out_of_sight(storage::Transaction& tx, PostId post, const Tab& now);
/// The same of all questions of a tab that others read than before, or nobody; `now` is empty then. All of it is told.
void part_where_out_of_sight(storage::Transaction& tx, TabId tab);

}  // namespace plein::features
