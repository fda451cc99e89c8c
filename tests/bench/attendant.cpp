#include "tests/bench/attendant.hpp"

#include "protocol/posts.hpp"
#include "protocol/readings.hpp"
#include "tests/bench/crowd.hpp"
#include "tests/bench/json_text.hpp"
#include "tests/bench/loop.hpp"
#include "tests/bench/page_requests.hpp"
#include "tests/bench/sample_post.hpp"

#include <fmt/format.h>
#include <sodium.h>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/this_coro.hpp>

namespace plein::bench {

namespace asio = boost::asio;

asio::awaitable<void> Attendant::act(Action action, HttpLink& http, std::mt19937_64& random) {
    const bool needs_open_tab = action == Action::scroll || action == Action::permalink;
    if (action == Action::open || (needs_open_tab && newest_.value == 0)) co_await open(http, random);
    if (action == Action::scroll) co_await scroll(http);
    if (action == Action::post || (action == Action::edit && own_version_ == 0)) co_await post(http, random);
    if (action == Action::edit) co_await edit(http);
    if (action == Action::unread) co_await ask(http, unread_home());
    if (action == Action::permalink && newest_.value != 0) co_await ask(http, GetPost{newest_});
    if (action == Action::reconnect) co_await reconnect();
}

template <class R>
asio::awaitable<std::string> Attendant::ask(HttpLink& http, R request) {
    test::Wire wire = test::wire_of(request);
    Answer answer = co_await http.send(follower_.person, wire);
    if (answer.status / 100 != 2)
        throw std::runtime_error{
            fmt::format("{} {}: {} {}", wire.method, wire.target, answer.status, answer.body)};
    co_return std::move(answer.body);
}

/// The page, and once something new has been seen there, that it has been read.
asio::awaitable<void> Attendant::open(HttpLink& http, std::mt19937_64& random) {
    tab_ = tabs_[random() % tabs_.size()];
    const TabId opened = tab_;
    const std::string page = co_await ask(http, ListPosts{.tab = opened});
    const std::string_view first = member_of(page, "id");
    tab_ = opened;
    newest_ = {page.starts_with(R"({"items":[])") ? 0 : number_of(first)};
    earlier_ = member_of(page, "next");
    if (newest_.value != 0 && marked_.insert(newest_).second) co_await mark_read(http);
}

asio::awaitable<void> Attendant::mark_read(HttpLink& http) {
    co_await ask(http, MarkRead{.tab = tab_, .up_to = newest_});
}

asio::awaitable<void> Attendant::scroll(HttpLink& http) {
    ListPosts request{.tab = tab_};
    if (!earlier_.empty() && earlier_ != "null") request.before = Text<limits::cursor>{earlier_};
    const std::string page = co_await ask(http, std::move(request));
    earlier_ = member_of(page, "next");
}

asio::awaitable<void> Attendant::post(HttpLink& http, std::mt19937_64& random) {
    CreatePost request{.tab = tabs_[random() % tabs_.size()], .body = {sample_body}};
    randombytes_buf(request.client_id.bytes.data(), request.client_id.bytes.size());
    const std::string made = co_await ask(http, std::move(request));
    own_post_ = {number_of(member_of(made, "id"))};
    own_version_ = 1;
}

asio::awaitable<void> Attendant::edit(HttpLink& http) {
    EditPost request{.post = own_post_, .version = own_version_, .body = {sample_body + " (bijgewerkt)"}};
    const std::string edited = co_await ask(http, std::move(request));
    own_version_ = static_cast<std::int32_t>(number_of(member_of(edited, "version")));
}

/// From the drop of the network until every stream is followed again.
asio::awaitable<void> Attendant::reconnect() {
    if (is_away_) co_return;
    is_away_ = true;
    const Positions heard = link_->positions();
    link_->leave();
    const auto executor = co_await asio::this_coro::executor;
    link_ = std::make_shared<LiveLink>(executor, link_->port());
    co_await link_->join(follower_, heard);
    asio::co_spawn(executor, stay(link_), rethrow);
    is_away_ = false;
}

}  // namespace plein::bench
