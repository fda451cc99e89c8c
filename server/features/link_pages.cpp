#include "server/features/link_pages.hpp"

#include "protocol/streams.hpp"
#include "server/features/page_reader.hpp"
#include "server/previews/pictures.hpp"
#include "server/previews/urls.hpp"

#include <spdlog/spdlog.h>
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <memory>
#include <mutex>
#include <set>

namespace plein::features {

namespace asio = boost::asio;
using previews::Fetcher;
using previews::Outcome;
using Look = std::optional<LinkPage>;

namespace {

/// A server of names that does not answer holds a worker beyond its time, but nobody who waits.
constexpr std::chrono::milliseconds late{500};

/// Touched by the waiting executor alone.
struct Call {
    Call(const asio::any_io_executor& executor, Fetcher::Clock::time_point until) : over(executor, until) {}
    asio::steady_timer over;
    Look look;
};

}  // namespace

class LinkPages::Workers {
public:
    Workers(LinkPageOptions options, previews::MayConnect may_connect, previews::Resolve resolve)
        : options_(options),
          fetcher_(std::move(may_connect), std::move(resolve)),
          turns_(options.of_a_person, options.of_all),
          pool_(options.threads) {}
    ~Workers() {
        fetcher_.stop();
        pool_.stop();
        pool_.join();
    }

    [[nodiscard]] bool may_look(PersonId person) const {
        const std::lock_guard lock{mutex_};
        return !looking_.contains(person) && turns_.has(stream_of(person));
    }

    /// Runs on a worker; whoever waits is told on their own executor, and no later than their time is over.
    asio::awaitable<Look> look_at(PersonId person, std::string url) {
        if (!begin(person)) co_return std::nullopt;
        const auto until = Fetcher::Clock::now() + options_.most_time;
        const auto executor = co_await asio::this_coro::executor;
        const auto call = std::make_shared<Call>(executor, until + late);
        asio::post(pool_, [this, executor, call, person, until, url = std::move(url)] {
            Look look;
            if (until - Fetcher::Clock::now() >= options_.least_time) look = look_now(url, until);
            end(person);
            asio::post(executor, [call, look = std::move(look)]() mutable {
                call->look = std::move(look);
                call->over.cancel();
            });
        });
        boost::system::error_code ended;
        co_await call->over.async_wait(asio::redirect_error(asio::use_awaitable, ended));
        co_return std::move(call->look);
    }

private:
    bool begin(PersonId person) {
        const std::lock_guard lock{mutex_};
        if (looking_.size() >= options_.queue || looking_.contains(person)) return false;
        if (!turns_.take(stream_of(person))) return false;
        looking_.insert(person);
        return true;
    }
    void end(PersonId person) {
        const std::lock_guard lock{mutex_};
        looking_.erase(person);
    }

    /// Whatever goes wrong with a page of others must not end a worker. Its address stays out of the log: a link is content.
    Look look_now(const std::string& url, Fetcher::Clock::time_point until) {
        try {
            return look(url, until);
        } catch (const std::exception& fault) {
            spdlog::warn("a page could not be looked at: {}", fault.what());
            return LinkPage{};
        }
    }

    Look look(const std::string& url, Fetcher::Clock::time_point until) {
        const auto answer = fetcher_.fetch(
            url, {.type = "text/html", .max_bytes = options_.page_bytes, .beginning_is_enough = true}, until);
        if (answer.outcome == Outcome::later) return std::nullopt;
        if (answer.outcome == Outcome::failed) return LinkPage{};
        PageWords words = read_page(answer.body, answer.content_type);
        LinkPage page{std::move(words.title), std::move(words.description), {}, {}};
        if (page.title && words.image) add_image(page, answer.url, *words.image, until);
        return page;
    }

    void add_image(LinkPage& page, const std::string& base, const std::string& reference,
                   Fetcher::Clock::time_point until) {
        const auto url = previews::Url::read(base)->follow(reference);
        if (!url) return;
        auto answer =
            fetcher_.fetch(url->text(), {.type = "image/", .max_bytes = options_.image_bytes}, until);
        page.image_type = previews::picture_type(answer.body);
        if (!page.image_type.empty()) page.image = std::move(answer.body);
    }

    LinkPageOptions options_;
    Fetcher fetcher_;
    previews::Turns turns_;
    mutable std::mutex mutex_;
    std::set<PersonId> looking_;  // for whom a page is looked at, or waits for a thread
    asio::thread_pool pool_;
};

LinkPages::LinkPages(LinkPageOptions options, previews::MayConnect may_connect, previews::Resolve resolve)
    : workers_(std::make_unique<Workers>(options, std::move(may_connect), std::move(resolve))) {}
LinkPages::~LinkPages() = default;

bool LinkPages::may_look(PersonId person) const { return workers_->may_look(person); }

asio::awaitable<Look> LinkPages::look_at(PersonId person, std::string url) {
    return workers_->look_at(person, std::move(url));
}

}  // namespace plein::features
