#include "server/features/offers.hpp"

#include "storage/joining.hpp"

namespace plein::features {

void end_offers(storage::Transaction& tx, PersonId owner, std::optional<GroupId> group) {
    const auto ended = storage::delete_offers_of(tx, owner, group);
    std::vector<std::string> streams;
    for (const auto& invitation : ended)
        streams.push_back(stream_of(invitation.person));
    const auto positions = tx.publish_on(std::move(streams));
    for (std::size_t i = 0; i < ended.size(); ++i)
        tx.emit(positions[i], StandingChanged{ended[i].group, GroupStanding::none});
}

}  // namespace plein::features
