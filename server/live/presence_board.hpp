/// Who is there, as Redis holds it: each entry for a time, and nowhere else.
///
/// Of one person there are up to three: `online` after a beat on which somebody did something, `away` after one of a page
/// that is only open, and `sign`, what they put in the place of both. Several devices need not know of each other: what
/// is `online` counts before what is `away`. A sign is looked for by the number that the database has. Keys carry the database's generation, as the channel of events does.
/// Who shows nothing has no entry; who may see whom is for the features to say.   Thread: any.   (ADR 0045)
#pragma once

#include "protocol/described.hpp"
#include "protocol/presence.hpp"
#include "server/live/redis_connection.hpp"
#include "storage/presence.hpp"

#include <boost/asio/awaitable.hpp>

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace plein::live {

/// `Live::ask`, of a node.
using AskRedis = std::function<boost::asio::awaitable<std::optional<RedisAnswer>>(std::vector<RedisCommand>)>;

struct PresenceOptions {
    std::chrono::milliseconds kept{90'000};  // since the last beat; they come every 30 s
};

struct HeldSign {
    PresenceSign sign = PresenceSign::do_not_disturb;
    Timestamp until;
};
PLEIN_DESCRIBE(HeldSign, sign, until);

struct BoardBeat {
    std::string generation;
    std::optional<PersonId> person;  // whose beat is kept; nobody's when they show nothing
    bool active = false;
    std::vector<storage::ShownPerson> asked;
};

class PresenceBoard {
public:
    explicit PresenceBoard(AskRedis ask, PresenceOptions options = {})
        : ask_(std::move(ask)), options_(options) {}

    /// Keeps the beat, and reads who of those asked for is there, in their order. Nobody while Redis is away.
    boost::asio::awaitable<std::vector<Presence>> beat(BoardBeat beat) const;

    /// Holds the sign of this number until its end, beside an earlier one. False when it is not certain that it is held.
    boost::asio::awaitable<bool> hold(std::string generation, storage::ShownPerson person,
                                      HeldSign sign) const;

    /// Forgets the sign of this number, or all that there is of the person, as far as Redis can be reached.
    boost::asio::awaitable<void> forget_sign(std::string generation, storage::ShownPerson person) const;
    boost::asio::awaitable<void> forget(std::string generation, storage::ShownPerson person) const;

private:
    const AskRedis ask_;
    const PresenceOptions options_;
};

}  // namespace plein::live
