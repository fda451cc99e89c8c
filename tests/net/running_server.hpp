/// A whole `Server` within the test: real sockets on a free loopback port, a real hub on each thread, a small API of
/// its own, and.
#pragma once

#include "server/live/hub.hpp"
#include "server/net/server.hpp"
#include "tests/net/raw_client.hpp"
#include "tests/support/temporary_folder.hpp"

#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace plein::net::test {

struct Said {
    std::string words;
    std::int32_t topic = 0;
};
PLEIN_DESCRIBE(Said, words, topic);

/// POST /api/topics/{topic}/words: comes back as it was said.
struct Say {
    std::int32_t topic = 0;
    Text<200'000> words;

    using Response = Said;
    static constexpr Endpoint endpoint{Method::post, "/api/topics/{topic}/words", "Says.", Audience::anyone};
};
PLEIN_DESCRIBE(Say, topic, words);

/// GET /api/topics/{topic}/words
struct Listen {
    std::int32_t topic = 0;
    std::optional<Text<100>> words;

    using Response = Said;
    static constexpr Endpoint endpoint{Method::get, "/api/topics/{topic}/words", "Listens.",
                                       Audience::anyone};
};
PLEIN_DESCRIBE(Listen, topic, words);

/// DELETE /api/topics/{topic}: for who is signed in; sets a cookie.
struct Forget {
    std::int32_t topic = 0;

    using Response = NoContent;
    static constexpr Endpoint endpoint{Method::delete_, "/api/topics/{topic}", "Forgets.",
                                       Audience::signed_in};
};
PLEIN_DESCRIBE(Forget, topic);

/// GET /api/fault: throws what no handler should.
struct Fail {
    using Response = NoContent;
    static constexpr Endpoint endpoint{Method::get, "/api/fault", "Fails.", Audience::anyone};
};
PLEIN_DESCRIBE_EMPTY(Fail)

using plein::test::TemporaryFolder;

inline constexpr std::string_view good_session = "a-session-that-lives";

/// What every stream holds for whoever subscribes to it.
struct EventLog {
    std::size_t events = 0;
    std::size_t bytes_of_each = 0;
};

class RunningServer {
public:
    /// Time-outs are the real ones unless a test shortens them. With one thread, connections take turns in order.
    explicit RunningServer(NetOptions options = {}, EventLog log = {}, std::size_t threads = 2);
    ~RunningServer();

    [[nodiscard]] std::uint16_t port() const { return server_->port(); }
    /// Asks for `/metrics` until it has this line; false when that takes too long. Not over TLS.
    [[nodiscard]] bool comes_to(const std::string& figure) const;
    /// Asks it to stop and returns when it has.
    void stop();
    /// Does not wait.
    void ask_to_stop() { server_->stop(); }
    /// Returns when it says to balancers that it goes; false when that takes too long.
    [[nodiscard]] bool leaves() const;

private:
    IoThreads threads_;
    std::vector<std::unique_ptr<live::Hub>> hubs_;
    std::unique_ptr<Server> server_;
    std::thread running_;
};

}  // namespace plein::net::test
