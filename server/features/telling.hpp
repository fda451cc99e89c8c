/// Who reads a post hears what happened to it; of a confidential one only that something did.
#pragma once

#include "server/access/access.hpp"

#include <string>
#include <utility>
#include <vector>

namespace plein::features {

/// Emits desk.changed to the desk, to who asked, and to the owner of the service.
void tell_desk(storage::Transaction& tx, PersonId asker, const storage::Desk& desk);
/// The same without the desk.
void tell_beside_desk(storage::Transaction& tx, PersonId asker, const storage::Desk& desk);
/// The same of those of these posts that are confidential.
void tell_desks(storage::Transaction& tx, const storage::SystemAccess& system,
                const std::vector<PostId>& posts);

template <Event E>
void tell_readers(storage::Transaction& tx, const storage::PostAccess& post, const E& event,
                  std::string subject = {}) {
    if (post.desk()) {
        tell_desk(tx, post.author(), *post.desk());
    } else {
        tx.tell(post.tab().stream(), event, std::move(subject));
    }
}

/// For what carries the moment of its own event: its place on the stream that all its readers share.
storage::Position publish_on_readers(storage::Transaction& tx, const storage::PostAccess& post);
template <Event E>
void emit_to_readers(storage::Transaction& tx, const storage::PostAccess& post, const storage::Position& at,
                     const E& event, std::string subject) {
    if (post.desk()) {
        tx.emit(at, DeskChanged{post.desk()->department});
        tell_beside_desk(tx, post.author(), *post.desk());
    } else {
        tx.emit(at, event, std::move(subject));
    }
}

}  // namespace plein::features
