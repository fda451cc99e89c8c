/// Looks at pages outside, on threads of its own, for those who see a link to them.
///
/// Thread: any.   Bound: `queue` people, one page each, then nothing now.   Time: `most_time` for page and picture together, waiting included.
#pragma once

#include "protocol/ids.hpp"
#include "server/previews/fetcher.hpp"

#include <boost/asio/awaitable.hpp>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

namespace plein::features {

struct LinkPageOptions {
    std::size_t threads = 8;
    std::size_t queue = 32;
    std::chrono::milliseconds most_time{5'000};
    std::chrono::milliseconds least_time{2'000};  // who comes to a thread with less is looked at later
    std::size_t page_bytes = 512 * 1024;          // its beginning is enough
    std::size_t image_bytes = 512 * 1024;
    /// Pages in a minute: what one person causes, and what all do together on this node.
    std::size_t of_a_person = 20;
    std::size_t of_all = 60;
};

/// What a page says of itself; without a title it says nothing.
struct LinkPage {
    std::optional<std::string> title;
    std::optional<std::string> description;
    std::string image_type;  // empty: no picture
    std::string image;
};

class LinkPages {
public:
    explicit LinkPages(LinkPageOptions options = {},
                       previews::MayConnect may_connect = previews::may_connect_outside,
                       previews::Resolve resolve = previews::resolve_by_system);
    ~LinkPages();

    /// Whether this person may cause another look now: one at a time.
    [[nodiscard]] bool may_look(PersonId person) const;
    /// For this person. Nothing when it cannot be looked at now; a page without words when there is none that we show.
    boost::asio::awaitable<std::optional<LinkPage>> look_at(PersonId person, std::string url);

private:
    class Workers;
    std::unique_ptr<Workers> workers_;
};

}  // namespace plein::features
