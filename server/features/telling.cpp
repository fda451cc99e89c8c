#include "server/features/telling.hpp"

#include "storage/desks.hpp"

namespace plein::features {

void tell_beside_desk(storage::Transaction& tx, PersonId asker, const storage::Desk& desk) {
    tx.tell(stream_of(asker), DeskChanged{});
    if (desk.service_owner && desk.service_owner != asker)
        tx.tell(stream_of(*desk.service_owner), DeskChanged{});
}

void tell_desk(storage::Transaction& tx, PersonId asker, const storage::Desk& desk) {
    tx.tell(desk_stream_of(desk.department), DeskChanged{desk.department});
    tell_beside_desk(tx, asker, desk);
}

void tell_desks(storage::Transaction& tx, const storage::SystemAccess& system,
                const std::vector<PostId>& posts) {
    for (const auto& [post, row] : storage::select_confidential_posts(tx, system, posts))
        tell_desk(tx, row.author, row.desk);
}

storage::Position publish_on_readers(storage::Transaction& tx, const storage::PostAccess& post) {
    return tx.publish_on(post.tab().stream());
}

}  // namespace plein::features
