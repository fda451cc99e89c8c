/// Who is told of what others do. Features say whom something concerns; here it is decided who hears of it.
#pragma once

#include "protocol/posts.hpp"
#include "server/access/access.hpp"
#include "storage/notifications.hpp"

#include <optional>
#include <vector>

namespace plein::features {

using storage::Notice;
using storage::NoticeSubject;

/// So many hear of one thing in one transaction, which locks them.
inline constexpr std::int64_t told_at_once = 200;

/// Adds that it concerns these people, as `kind`.
void concern(std::vector<Notice>& wanted, NotificationKind kind, const std::vector<PersonId>& people);

NoticeSubject subject_of_notice(const Post& post);

/// Of `wanted` those who read the tab, without who does it; each once, as what they come first for. Locks their accounts and
/// memberships until the commit, so call it before a stream is locked.
std::vector<Notice> heard_by(storage::Transaction& tx, const storage::TabAccess& tab, PersonId actor,
                             const std::vector<Notice>& wanted);
/// The same, of those who read the post.
std::vector<Notice> heard_by(storage::Transaction& tx, const storage::PostAccess& post, PersonId actor,
                             const std::vector<Notice>& wanted);
/// The same, of what nobody did but time.
std::vector<Notice> heard_by(storage::Transaction& tx, const storage::SystemAccess& system, TabId tab,
                             PersonId actor, const std::vector<Notice>& wanted);

/// The same, of those who read the post.
std::vector<Notice> heard_by(storage::Transaction& tx, const storage::SystemAccess& system, TabId tab,
                             PostId post, PersonId actor, const std::vector<Notice>& wanted);

/// Puts it on their lists, and emits notifications.changed to each.
void notify(storage::Transaction& tx, const NoticeSubject& subject, const std::vector<Notice>& notices);

/// A text was edited: who is named no more hears no more of it, who is named now does, unless they have heard of the text
/// before, as whatever it was to them.
void notify_of_edit(storage::Transaction& tx, const storage::PostAccess& post, const NoticeSubject& subject,
                    const std::vector<PersonId>& named);

/// Who answers for it: the owner of the service; the heads and deputies of the open department where none
/// is named; nobody, where it is for nobody.
std::vector<PersonId> answerers_of(storage::Reader& reader, const Addressee& addressee);

}  // namespace plein::features
