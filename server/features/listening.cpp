#include "server/features/listening.hpp"

#include "server/features/notifying.hpp"
#include "storage/listeners.hpp"

namespace plein::features {

std::int64_t tell_next_listeners(storage::Transaction& tx, PostId post) {
    const auto system = access::as_system("new posts");
    const auto untold = storage::take_untold_post(tx, system, post);
    if (!untold) return 0;
    const auto listeners = storage::select_listeners(tx, system, post, *untold, told_at_once);
    std::vector<Notice> wanted;
    concern(wanted, NotificationKind::posted, listeners);
    const auto notices = heard_by(tx, system, untold->tab, untold->author, wanted);
    const auto went_through = static_cast<std::int64_t>(listeners.size());
    storage::update_post_told(tx, system, post,
                              went_through < told_at_once ? std::nullopt : std::optional{listeners.back()});
    notify(tx, {untold->group, post, std::nullopt, untold->author}, notices);
    return went_through;
}

}  // namespace plein::features
