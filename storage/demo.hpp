/// What the demo needs and nothing else may do: put what was just made at the moment at which the story has it.
/// Features know one clock, the database's; so the demo creates through them and then moves the moments back.
#pragma once

#include "protocol/ids.hpp"
#include "protocol/time.hpp"
#include "storage/proofs.hpp"
#include "storage/transaction.hpp"

#include <optional>

namespace plein::storage {

/// Moves a post, or since when it is held, and its edit when it has one. The event that told of it is redacted: a client that resumes from before
/// it reads afresh instead of believing the old moment. Move posts of a tab in their order.
void update_moments(Transaction& tx, const SystemAccess& system, PostId post, Timestamp published_at,
                    std::optional<Timestamp> edited_at);

/// The same of a comment.
void update_moments(Transaction& tx, const SystemAccess& system, CommentId comment, Timestamp published_at,
                    std::optional<Timestamp> edited_at);

/// Asks since then, and was confirmed in the two days behind it. Nobody is told of it any more.
void update_news_moments(Transaction& tx, const SystemAccess& system, PostId post, Timestamp published_at);
/// People wanted an idea in the two days behind that moment. Nobody is told of its status any more.
void update_idea_moments(Transaction& tx, const SystemAccess& system, PostId post, Timestamp published_at);
/// When it is; people answered in the two days behind its publication.
void update_event_moments(Transaction& tx, const SystemAccess& system, PostId post, Timestamp begins,
                          Timestamp ends, Timestamp published_at);
/// Questions were answered when the comment that answers them was written.
void update_answer_moments(Transaction& tx, const SystemAccess& system);
/// Posts were last commented on when the last comment was written.
void update_thread_moments(Transaction& tx, const SystemAccess& system);
/// Whatever concerned somebody did so when it was written.
void update_notification_moments(Transaction& tx, const SystemAccess& system);
/// This person has read all that concerned them until that moment.
void update_notifications_read(Transaction& tx, const SystemAccess& system, PersonId person, Timestamp until);

/// All people, groups and memberships there are began then.
void update_beginnings(Transaction& tx, const SystemAccess& system, Timestamp began);

}  // namespace plein::storage
