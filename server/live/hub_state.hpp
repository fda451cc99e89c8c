/// Inside the hub: clients (hub.cpp), reading the past of a subscription (hub_joining.cpp), passing events on
/// in order (hub_streams.cpp).   Thread: the hub's, but for the inbox and the figures.
#pragma once

#include "server/live/fan_out.hpp"
#include "server/live/inbox.hpp"

#include <unordered_map>

namespace plein::live {

class Hub::State {
public:
    State(boost::asio::io_context& context, HubOptions options, ReadStreams read_streams, FillGap fill_gap);

    void attach(std::shared_ptr<Connection> connection, Identity identity, std::optional<std::string> after);
    void receive(Connection& connection, const LiveRequest& request);
    void detach(Connection& connection);
    void close_all(CloseCode code);
    void stop();

    void deliver(const SharedEvent& event, bool swept);
    bool offer(const SharedEvents& events, bool swept);

    [[nodiscard]] Figures figures() const;

private:
    // Clients.
    void subscribe(const std::shared_ptr<Client>& client, const LiveRequest& request);
    void unsubscribe(Client& client, const std::string& stream);
    void tell(const Client& client, NoticeType type, std::optional<std::string> stream = {},
              std::optional<std::string> cursor = {});
    void close(Client& client, CloseCode code);
    void forget(Connection& connection);

    // Joining.
    void wish_for(const std::shared_ptr<Client>& client, Wish wish);
    boost::asio::awaitable<void> serve_wishes();
    std::vector<Turn> take_turns();
    Turn take_turn(const std::shared_ptr<Client>& client, std::size_t room);
    boost::asio::awaitable<std::optional<std::vector<Answer>>> read(std::vector<Asking> asked);
    void end_turn(Turn& turn, const Answer* answer);
    bool settle(const std::shared_ptr<Client>& client, const std::shared_ptr<Stream>& stream,
                const Replay& replay);
    void follow(const std::shared_ptr<Stream>& stream, const Joiner& joiner, const SharedEvents& passed);
    void resync(const std::shared_ptr<Client>& client, const std::string& stream);

    // Streams.
    std::shared_ptr<Stream> stream_of(const std::string& name);
    void pass_on_what_is_next(const std::shared_ptr<Stream>& stream);
    void pass_on(const std::shared_ptr<Stream>& stream, const SharedEvent& event);
    void part(Stream& stream, Client& client, const LiveEvent& event);
    void leave(Client& client, Stream& stream);
    void tidy(const std::shared_ptr<Stream>& stream);
    boost::asio::awaitable<void> mend(std::shared_ptr<Stream> stream);
    boost::asio::awaitable<bool> fill(std::shared_ptr<Stream> stream, StreamOrder::Gap gap);
    void give_up(const std::shared_ptr<Stream>& stream);

    boost::asio::io_context& context_;
    const HubOptions options_;
    const ReadStreams read_streams_;
    const FillGap fill_gap_;
    bool stopping_ = false;

    std::unordered_map<Connection*, std::shared_ptr<Client>> clients_;
    std::unordered_map<std::int64_t, std::size_t> connections_of_;           // by person
    std::unordered_map<std::string_view, std::shared_ptr<Stream>> streams_;  // by the stream's own name
    std::deque<std::shared_ptr<Client>> queue_;  // clients with wishes whose turn has not come, each once
    std::size_t readers_ = 0;
    FanOut fan_out_;
    Inbox inbox_;

    std::atomic<std::size_t> connection_count_{0};
    std::atomic<std::size_t> stream_count_{0};
    std::atomic<std::uint64_t> events_{0};
    std::atomic<std::uint64_t> gaps_{0};
    std::atomic<std::uint64_t> swept_{0};
};

}  // namespace plein::live
