#include "tests/bench/page_requests.hpp"

#include "tests/bench/stage.hpp"

#include <stdexcept>

namespace plein::bench {

namespace {

constexpr std::size_t cold_tabs = 5000;

test::Wire wire_of(const std::string& page, const ReaderOfTab& reader) {
    if (page == "warm" || page == "cold") return test::wire_of(ListPosts{.tab = reader.tab});
    if (page == "group") return test::wire_of(ListGroupPosts{.group = reader.group});
    if (page == "home") return test::wire_of(unread_home());
    throw std::runtime_error{"there is no page " + page};
}

}  // namespace

ListHomePosts unread_home() { return {.unread = true, .per_tab = 10, .limit = 100}; }

std::size_t readers_of(const PagesOptions& options) {
    return options.page == "cold" ? cold_tabs : options.clients;
}

std::vector<PageRequest> requests_of(const Target& target, const PagesOptions& options) {
    std::vector<PageRequest> requests;
    for (const ReaderOfTab& reader : select_readers(target.owner_url, readers_of(options)))
        requests.push_back({reader.person, wire_of(options.page, reader)});
    return requests;
}

}  // namespace plein::bench
