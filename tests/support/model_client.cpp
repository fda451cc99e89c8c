#include "tests/support/model_client.hpp"

#include <algorithm>
#include <boost/json/parse.hpp>

#include <thread>

namespace plein::test {
namespace {

constexpr auto pause_between_tries = std::chrono::milliseconds{20};
constexpr auto patience_with_nodes = std::chrono::seconds{30};

struct SignedOut {};

}  // namespace

ModelClient::ModelClient(Nodes nodes, std::string token, Reader reader)
    : nodes_(std::move(nodes)), token_(std::move(token)), reader_(std::move(reader)) {
    model_ = read_afresh();
    positions_ = model_.cursors;
    connect();
}

template <class Try>
void ModelClient::persist(Try attempt) {
    const auto deadline = Clock::now() + patience_with_nodes;
    for (std::string why = "no node"; Clock::now() < deadline;) {
        for (const std::uint16_t port : nodes_()) {
            try {
                return attempt(port);
            } catch (const Unexpected& refusal) {
                if (refusal.status == 401) throw SignedOut{};
                why = refusal.what();  // an overloaded or dying node, or a group that was left meanwhile
            } catch (const HandshakeRefused& refusal) {
                if (refusal.answer.status == 401) throw SignedOut{};
                why = refusal.what();
            } catch (const NoAnswer& silence) {
                why = silence.what();
            }
        }
        std::this_thread::sleep_for(pause_between_tries);
        if (Clock::now() >= deadline) throw NoAnswer{"no node answers: " + why};
    }
}

Model ModelClient::read_afresh() {
    Model fresh;
    persist([&](std::uint16_t port) {
        Device device{port, token_};
        fresh = reader_ ? reader_(port) : Model::read(device);
    });
    return fresh;
}

/// Streams that are followed already stay where they are; events between there and the reading do no harm.
void ModelClient::start_over() {
    ++readings_;
    model_ = read_afresh();
    for (auto position = positions_.begin(); position != positions_.end();) {
        const auto& [stream, cursor] = *position;
        if (model_.cursors.contains(stream)) {
            ++position;
        } else {
            live_->say(R"({"operation":"unsubscribe","stream":")" + stream + R"("})");
            position = positions_.erase(position);
        }
    }
    for (const auto& [stream, cursor] : model_.cursors) {
        if (positions_.emplace(stream, cursor).second) follow(stream);
    }
}

void ModelClient::connect() {
    persist([&](std::uint16_t port) {
        live_.reset();
        lost_.clear();
        ++connections_;
        live_ = std::make_unique<LiveClient>(port, token_, positions_.at(own_stream()).to_string());
        for (const auto& [stream, position] : positions_) {
            if (stream != own_stream()) follow(stream);
        }
    });
}

void ModelClient::follow(const std::string& stream) {
    lost_.erase(stream);
    live_->subscribe(stream, positions_.at(stream).to_string());
}

void ModelClient::hear(const LiveLine& line) {
    if (line.seq > 0)
        hear_event(line);
    else
        hear_notice(line);
}

void ModelClient::hear_event(const LiveLine& line) {
    const auto position = positions_.find(line.stream);
    if (position == positions_.end()) {  // on its way when we let go of the stream
        if (lost_.contains(line.stream)) complaints_.push_back("after the end: " + line.text);
        return;
    }
    std::int64_t& seq = position->second.seq;
    if (line.seq <= seq)
        return complaints_.push_back("doubled after " + std::to_string(seq) + ": " + line.text);
    if (line.seq > seq + 1) complaints_.push_back("gap after " + std::to_string(seq) + ": " + line.text);
    seq = line.seq;
    model_.apply(line.stream, line.seq, line.type, boost::json::parse(line.text).at("data"));
}

void ModelClient::hear_notice(const LiveLine& line) {
    if (line.type == "subscribed" || line.type == "pong" || line.type == "restarting") return;
    if (line.type == "resync" || line.type == "lost" || line.type == "refused") lose(line.stream);
}

void ModelClient::lose(const std::string& stream) {
    if (positions_.erase(stream) == 0) return;
    lost_.insert(stream);
    if (stream != own_stream()) return start_over();
    // The server goes on with the own stream from some later moment: begin again from ours.
    ++readings_;
    model_ = read_afresh();
    positions_ = model_.cursors;
    connect();
}

bool ModelClient::knows(const Model& fresh) const {
    for (const auto& [stream, cursor] : fresh.cursors) {
        const auto position = positions_.find(stream);
        if (position == positions_.end() || position->second.generation != cursor.generation ||
            position->second.seq < cursor.seq) {
            return false;
        }
    }
    // What ends a stream may be told on it alone: until it was heard, the page has what a fresh one has not.
    return std::ranges::all_of(positions_,
                               [&](const auto& each) { return fresh.cursors.contains(each.first); });
}

std::string ModelClient::behind(const Model& fresh) const {
    std::string text = "connected " + std::to_string(connections_) + " times";
    for (const auto& [stream, cursor] : fresh.cursors) {
        const auto position = positions_.find(stream);
        const std::string own = position == positions_.end() ? "nowhere" : position->second.to_string();
        if (own != cursor.to_string()) text += "; " + stream + " at " + own + " of " + cursor.to_string();
    }
    return signed_out_ ? text + "; signed out" : text;
}

bool ModelClient::listen_until(const std::function<bool()>& done, std::chrono::seconds patience) {
    const auto deadline = Clock::now() + patience;
    try {
        while (model_.is_stale() || !done()) {
            if (Clock::now() >= deadline) return false;
            try {
                // One reading serves all that is waiting.
                if (const auto line = live_->next(std::chrono::milliseconds{model_.is_stale() ? 5 : 100}))
                    hear(*line);
                else if (model_.is_stale())
                    start_over();
                else if (!live_->is_open())
                    connect();
            } catch (const NoAnswer&) {
                connect();
            }
        }
        return true;
    } catch (const SignedOut&) {
        signed_out_ = true;
        return false;
    }
}

}  // namespace plein::test
