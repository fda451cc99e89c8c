#include "server/live/gap_filler.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace plein::live {

namespace asio = boost::asio;

/// One read. Its result is written once, before it lands, and only read after.
struct GapFiller::Flight {
    SharedEvents events;
    std::exception_ptr failed;
    std::vector<std::shared_ptr<asio::steady_timer>> passengers;  // each wakes when its timer is cancelled
};

asio::awaitable<SharedEvents> GapFiller::fill(std::string stream, std::int64_t from, std::int64_t to) {
    const Key key{stream, from, to};
    const auto landed = std::make_shared<asio::steady_timer>(co_await asio::this_coro::executor,
                                                             asio::steady_timer::time_point::max());
    std::shared_ptr<Flight> flight;
    bool pilot = false;
    {
        const std::scoped_lock lock{mutex_};
        const auto [place, is_new] = flights_.try_emplace(key);
        if (is_new) place->second = std::make_shared<Flight>();
        flight = place->second;
        pilot = is_new;
        if (!pilot) flight->passengers.push_back(landed);
    }
    if (pilot) {
        try {
            flight->events = co_await read_(std::move(stream), from, to);
        } catch (...) {
            flight->failed = std::current_exception();
        }
        land(key, *flight);
    } else {
        co_await landed->async_wait(asio::as_tuple(asio::use_awaitable));
    }
    if (flight->failed) std::rethrow_exception(flight->failed);
    co_return flight->events;
}

void GapFiller::land(const Key& key, Flight& flight) {
    const std::scoped_lock lock{mutex_};
    flights_.erase(key);
    for (const auto& passenger : flight.passengers) {
        // On the passenger's own thread, behind the handler in which it began to wait.
        asio::post(passenger->get_executor(), [passenger] { passenger->cancel(); });
    }
}

}  // namespace plein::live
