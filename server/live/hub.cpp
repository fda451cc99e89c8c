#include "server/live/hub.hpp"

#include "protocol/json_writer.hpp"
#include "server/live/hub_state.hpp"

#include <boost/asio/post.hpp>

#include <algorithm>
#include <iterator>

namespace plein::live {

Hub::State::State(boost::asio::io_context& context, HubOptions options, ReadStreams read_streams,
                  FillGap fill_gap)
    : context_(context),
      options_(options),
      read_streams_(std::move(read_streams)),
      fill_gap_(std::move(fill_gap)),
      fan_out_(context, options) {}

void Hub::State::attach(std::shared_ptr<Connection> connection, Identity identity,
                        std::optional<std::string> after) {
    if (stopping_) return connection->close(CloseCode::going_away);
    std::size_t& of_this_person = connections_of_[identity.person.value];
    if (of_this_person == options_.max_connections_per_person)
        return connection->close(CloseCode::try_again_later);
    ++of_this_person;
    Connection* const key = connection.get();
    auto client = std::make_shared<Client>(std::move(connection), std::move(identity));
    clients_.emplace(key, client);
    connection_count_ = clients_.size();
    wish_for(client, Wish{client->own_stream(), std::move(after)});
}

void Hub::State::receive(Connection& connection, const LiveRequest& request) {
    const auto found = clients_.find(&connection);
    if (found == clients_.end() || found->second->gone) return;
    const std::shared_ptr<Client> client = found->second;

    if (request.operation == LiveOperation::ping) return tell(*client, NoticeType::pong);
    const bool may_not_say = !request.stream || (request.operation == LiveOperation::unsubscribe &&
                                                 request.stream->value == client->own_stream());
    if (may_not_say) return close(*client, CloseCode::policy_violation);
    if (request.operation == LiveOperation::unsubscribe) return unsubscribe(*client, request.stream->value);
    subscribe(client, request);
}

/// A second subscribe to the same stream replaces the first.
void Hub::State::subscribe(const std::shared_ptr<Client>& client, const LiveRequest& request) {
    const std::string& stream = request.stream->value;
    unsubscribe(*client, stream);
    if (client->subscriptions() >= options_.max_subscriptions)
        return tell(*client, NoticeType::refused, stream);
    Wish wish{stream, {}};
    if (request.after) wish.after = request.after->value;
    wish_for(client, std::move(wish));
}

void Hub::State::unsubscribe(Client& client, const std::string& stream) {
    std::erase_if(client.wishes, [&](const Wish& wish) { return wish.stream == stream; });
    const auto found = streams_.find(stream);
    if (found == streams_.end()) return;
    const std::shared_ptr<Stream> followed = found->second;
    leave(client, *followed);
    tidy(followed);
}

void Hub::State::tell(const Client& client, NoticeType type, std::optional<std::string> stream,
                      std::optional<std::string> cursor) {
    if (client.gone) return;
    const Notice notice{type, std::move(stream), std::move(cursor)};
    client.connection->send(std::make_shared<const std::string>(to_json(notice)));
}

/// Also safe from within a loop over followers: the records go later.
void Hub::State::detach(Connection& connection) {
    const auto found = clients_.find(&connection);
    if (found == clients_.end() || std::exchange(found->second->gone, true)) return;
    boost::asio::post(context_, [this, client = found->second] { forget(*client->connection); });
}

void Hub::State::close(Client& client, CloseCode code) {
    if (client.gone) return;
    detach(*client.connection);
    client.connection->close(code);
}

void Hub::State::forget(Connection& connection) {
    const auto found = clients_.find(&connection);
    if (found == clients_.end()) return;
    const std::shared_ptr<Client> client = std::move(found->second);
    clients_.erase(found);
    connection_count_ = clients_.size();
    const auto same_person = connections_of_.find(client->identity.person.value);
    if (--same_person->second == 0) connections_of_.erase(same_person);

    client->wishes.clear();
    std::vector<Stream*> streams = client->follows;
    std::ranges::copy(client->joining, std::back_inserter(streams));
    for (const Stream* stream : streams)
        unsubscribe(*client, stream->name);
}

void Hub::State::close_all(CloseCode code) {
    for (const auto& [connection, client] : clients_)
        close(*client, code);
}

void Hub::State::stop() {
    stopping_ = true;
    for (const auto& [connection, client] : clients_)
        tell(*client, NoticeType::restarting);
    close_all(CloseCode::going_away);
}

Hub::Figures Hub::State::figures() const {
    return {connection_count_, stream_count_, events_, fan_out_.deliveries(), gaps_, swept_};
}

Hub::Figures& Hub::Figures::operator+=(const Figures& other) {
    connections += other.connections;
    streams += other.streams;
    events += other.events;
    deliveries += other.deliveries;
    gaps += other.gaps;
    swept += other.swept;
    return *this;
}

Hub::Hub(boost::asio::io_context& context, HubOptions options, ReadStreams read_streams, FillGap fill_gap)
    : state_(std::make_unique<State>(context, options, std::move(read_streams), std::move(fill_gap))) {}
Hub::~Hub() = default;

void Hub::attach(std::shared_ptr<Connection> connection, Identity identity,
                 std::optional<std::string> after) {
    state_->attach(std::move(connection), std::move(identity), std::move(after));
}
void Hub::receive(Connection& connection, const LiveRequest& request) {
    state_->receive(connection, request);
}
void Hub::detach(Connection& connection) { state_->detach(connection); }
void Hub::deliver(const SharedEvent& event) { state_->deliver(event, false); }
bool Hub::offer(const SharedEvents& events, bool swept) { return state_->offer(events, swept); }
void Hub::stop() { state_->stop(); }
void Hub::start_over() { state_->close_all(CloseCode::try_again_later); }
Hub::Figures Hub::figures() const { return state_->figures(); }

}  // namespace plein::live
