/// Equal questions among all that happens to questions and posts: what one of them answers as well follows it (ADR 43).
#pragma once

#include "protocol/notifications.hpp"
#include "server/access/access.hpp"
#include "storage/merged_questions.hpp"

#include <optional>
#include <vector>

namespace plein::features {

/// Emits question.changed for each, where it is read.
void tell_questions(storage::Transaction& tx, const storage::SystemAccess& system,
                    const std::vector<storage::ChangedQuestion>& changed);

/// Holds what is merged with this question until the commit: call it before the question itself is locked.
void hold_equals(storage::Transaction& tx, PostId post);

/// All that this question, whose row is locked, answers as well become as it is. Emits question.changed for each and returns
/// them.
std::vector<storage::ChangedQuestion> follow(storage::Transaction& tx, PostId into);

/// Those who asked what `into` answers as well hear of it, each about their own question; not who does it, nor `actor`, whom
/// they hear of.
void inform_askers(storage::Transaction& tx, PersonId doer, PersonId actor, PostId into,
                   NotificationKind kind);

/// A merged question stands by itself again, open; the other counts one less, which is told. Its own question.changed is the
/// caller's to tell.
Question part(storage::Transaction& tx, PostId post, PostId into);

/// The question is gone: it is merged with nothing any more, and what it answered as well is open again.
void part_from_all(storage::Transaction& tx, PostId post);
/// The question is in this tab now: the same as far as not all who read a merged one read what answers it. The caller tells of
/// the question itself.
void part_where_out_of_sight(storage::Transaction& tx, PostId post, const Tab& now);
/// The same of all questions of a tab that others read than before, or nobody; `now` is empty then. All of it is told.
void part_where_out_of_sight(storage::Transaction& tx, TabId tab);

}  // namespace plein::features
