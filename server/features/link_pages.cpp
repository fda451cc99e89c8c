#include "server/features/link_pages.hpp"

#include "protocol/streams.hpp"
#include "server/features/page_reader.hpp"
#include "server/previews/pictures.hpp"
#include "server/previews/urls.hpp"

#include <spdlog/spdlog.h>
#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <atomic>

namespace plein::features {

namespace asio = boost::asio;
using previews::Fetcher;
using previews::Outcome;
using Look = std::optional<LinkPage>;

class LinkPages::Workers {
public:
    Workers(LinkPageOptions options, previews::MayConnect may_connect, previews::Resolve resolve)
        : options_(options),
          fetcher_(std::move(may_connect), std::move(resolve)),
          turns_(options.of_a_person, options.of_all),
          pool_(options.threads) {}
    ~Workers() {
        fetcher_.stop();
        pool_.join();
    }

    [[nodiscard]] bool may_look(PersonId person) const { return turns_.has(stream_of(person)); }

    /// Runs on a worker and resumes the caller on its own executor.
    asio::awaitable<Look> look_at(PersonId person, std::string url) {
        if (!turns_.take(stream_of(person))) co_return std::nullopt;
        if (waiting_.fetch_add(1) >= options_.queue) {
            waiting_.fetch_sub(1);
            co_return std::nullopt;
        }
        auto start = [this, url = std::move(url),
                      until = Fetcher::Clock::now() + options_.most_time](auto handler) mutable {
            auto guard = asio::make_work_guard(asio::get_associated_executor(handler));
            auto job = [this, guard, url = std::move(url), until, handler = std::move(handler)]() mutable {
                Look look = look_now(url, until);
                waiting_.fetch_sub(1);
                auto resume = [handler = std::move(handler), look = std::move(look)]() mutable {
                    std::move(handler)(std::move(look));
                };
                asio::post(guard.get_executor(), std::move(resume));
            };
            asio::post(pool_, std::move(job));
        };
        co_return co_await asio::async_initiate<const asio::use_awaitable_t<>&, void(Look)>(
            std::move(start), asio::use_awaitable);
    }

private:
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
    std::atomic<std::size_t> waiting_{0};
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
