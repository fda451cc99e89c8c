/// Fetches what stands at an address outside, and never anything else (ADR 0046).
///
/// A host is resolved once for each request, every address that it has is checked, and a connection goes to one of these or
/// to nowhere. Redirects are followed here, at most `most_redirects`, each as a request of its own. No proxy, no cookies, no
/// credentials, no referrer, no content coding.   Thread: any, which it blocks.
#pragma once

#include "server/previews/resolver.hpp"
#include "server/previews/turns.hpp"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace plein::previews {

inline constexpr int most_redirects = 3;
/// Requests in a minute: whoever spreads links, many names of one place do not get it more. Of all places together as well.
inline constexpr std::size_t requests_of_an_address = 30;
inline constexpr std::size_t requests_of_all = 300;
inline constexpr const char* user_agent = "Plein (link preview)";

/// Whether that address may be connected to at that port.
using MayConnect = std::function<bool(const boost::asio::ip::address&, std::uint16_t port)>;
/// `is_outside`, at the ports 80 and 443.
[[nodiscard]] bool may_connect_outside(const boost::asio::ip::address& address, std::uint16_t port);

struct Wanted {
    std::string_view type;             // of the answer: "text/html", or what it begins with: "image/"
    std::size_t max_bytes = 0;         // of its body
    bool beginning_is_enough = false;  // of one that is longer; else it is no answer
};

enum class Outcome {
    fetched,
    failed,
    later,  // nothing was asked: there is no time, or the place was asked enough for now
};

struct Fetched {
    Outcome outcome = Outcome::failed;
    std::string url;           // at which it was found in the end
    std::string content_type;  // as the answer says it
    std::string body;
};

class Fetcher {
public:
    using Clock = std::chrono::steady_clock;

    Fetcher() : Fetcher{may_connect_outside, resolve_by_system} {}
    /// Other rules are for tests; no setting leads here.
    Fetcher(MayConnect may_connect, Resolve resolve);

    [[nodiscard]] Fetched fetch(const std::string& url, const Wanted& wanted, Clock::time_point until);
    /// Ends what is running within a second.
    void stop() { stopping_ = true; }

private:
    class Request;

    MayConnect may_connect_;
    Resolve resolve_;
    Turns turns_{requests_of_an_address, requests_of_all};
    std::atomic<bool> stopping_{false};
};

}  // namespace plein::previews
