/// The hub's own records: a client, a stream it follows, and who is on the way in between.
///
/// A subscription is in one place at a time: a `Wish` of the client, then a `Joiner` of the stream while its
/// past is read and sent (a `Turn` of the client is all of it that is read together), then a follower.   Thread: the hub's.
#pragma once

#include "server/live/batch.hpp"
#include "server/live/hub.hpp"
#include "server/live/recent.hpp"
#include "server/live/stream_order.hpp"

namespace plein::live {

struct Stream;

struct Client {
    std::shared_ptr<Connection> connection;
    Identity identity;
    std::vector<Wish> wishes;      // that still have to be read
    std::vector<Stream*> joining;  // being read now
    std::vector<Stream*> follows;  // read and sent; it may wait for the stream to catch up
    bool queued = false;           // has a place in the hub's queue of readers
    bool gone = false;             // nothing more is sent to it

    [[nodiscard]] std::string own_stream() const { return stream_of(identity.person); }
    [[nodiscard]] std::size_t subscriptions() const {
        return wishes.size() + joining.size() + follows.size();
    }
};

/// On the way in: buffers nothing itself, `Stream::recent` holds what passes while it reads.
struct Joiner {
    std::shared_ptr<Client> client;
    std::string generation;
    std::optional<std::int64_t> head;  // of its snapshot; none while it reads
};

/// A message on its way to the followers of a stream, a few at a time.
struct Sending {
    SharedMessage message;
    std::size_t events = 0;
    std::size_t left = 0;  // so many followers, the first ones, have not got it yet
    bool queued = false;   // has its turn in the hub's list
};

struct Stream {
    explicit Stream(std::string stream_name) : name(std::move(stream_name)) {}

    std::string name;
    StreamOrder order;
    std::vector<Client*> followers;
    std::vector<std::shared_ptr<Joiner>> joiners;
    Recent recent;
    Batch batch;
    Sending sending;
    bool mending = false;  // a coroutine sees to its gaps

    [[nodiscard]] bool unused() const { return followers.empty() && joiners.empty(); }
    [[nodiscard]] bool being_read() const;
    void lose_follower(const Client& client);
};

/// The wishes of one client that are read together.
struct Turn {
    struct Joining {
        Wish wish;
        std::shared_ptr<Stream> stream;
        std::shared_ptr<Joiner> joiner;
    };
    std::shared_ptr<Client> client;
    std::vector<Joining> joinings;
};

}  // namespace plein::live
