/// The edge of writes that are made jointly: those that wait together are one transaction, and statements for all of them.
///
/// `routes.bind<CreatePost>(commit_jointly<CreatePost, create_posts>(edge, queue_of_posts))`: what `commit` of edge.hpp
/// does, for a function that takes several requests and says of each what became of it.
#pragma once

#include "server/features/edge.hpp"

#include <exception>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace plein::features {

/// One of several requests, each by somebody.
template <class R>
struct Asked {
    const Viewer& viewer;
    const R& request;
};

/// The refusal that `run` throws; none when it ends well.
template <class Run>
std::exception_ptr refusal_of(const Run& run) {
    try {
        run();
        return nullptr;
    } catch (const Refusal&) {
        return std::current_exception();
    }
}

/// What became of it: either. A refusal has written nothing.
template <class R>
struct Outcome {
    std::optional<typename R::Response> response;
    std::exception_ptr refusal;
};

template <class R, class Run>
Outcome<R> outcome_of(const Run& run) {
    Outcome<R> outcome;
    outcome.refusal = refusal_of([&] { outcome.response = run(); });
    return outcome;
}

/// Returns an outcome for each request, in its place.
template <class R>
using JointCommand = std::vector<Outcome<R>> (*)(Transaction&, const std::vector<Asked<R>>&);

template <class R, JointCommand<R> command>
class JointRequest final : public storage::JointWrite {
public:
    JointRequest(Edge& edge, std::string token, R request)
        : edge_(edge), token_(std::move(token)), request_(std::move(request)) {}

    void run(Transaction& tx, std::span<storage::JointWrite* const> items) override {
        const auto viewers = identify(tx, items);
        std::vector<JointRequest*> admitted;
        std::vector<Asked<R>> asked;
        for (std::size_t i = 0; i < items.size(); ++i) {
            auto& item = static_cast<JointRequest&>(*items[i]);
            if (!item.admit(viewers[i])) continue;
            admitted.push_back(&item);
            asked.push_back({*viewers[i], item.request_});
        }
        if (asked.empty()) return;
        auto outcomes = command(tx, asked);
        for (std::size_t i = 0; i < admitted.size(); ++i)
            admitted[i]->take(std::move(outcomes[i]));
    }

    [[nodiscard]] typename R::Response response() { return std::move(*response_); }

private:
    static std::vector<std::optional<Viewer>> identify(Transaction& tx,
                                                       std::span<storage::JointWrite* const> items) {
        std::vector<std::string> tokens;
        for (const storage::JointWrite* item : items)
            tokens.push_back(static_cast<const JointRequest*>(item)->token_);
        return access::identify_all(tx, tokens);
    }

    /// Whether it goes on. It is one write of its viewer, however often it runs.
    bool admit(const std::optional<Viewer>& viewer) {
        refusal = refusal_of([&] {
            if (!viewer) throw Refusal{ErrorCode::not_signed_in};
            if (!counted_) edge_.write_limits.take(viewer->person);
            counted_ = true;
        });
        return !refusal;
    }

    void take(Outcome<R> outcome) {
        refusal = std::move(outcome.refusal);
        response_ = std::move(outcome.response);
    }

    Edge& edge_;
    const std::string token_;
    const R request_;
    bool counted_ = false;
    std::optional<typename R::Response> response_;
};

template <class R, JointCommand<R> command>
net::Handler<R> commit_jointly(Edge& edge, QueueKey<R> key) {
    return [&edge, key](net::Call& call, R request) -> boost::asio::awaitable<typename R::Response> {
        std::string queue = key(request);
        auto write =
            std::make_shared<JointRequest<R, command>>(edge, token_hash_of(call), std::move(request));
        co_await edge.database.commit(std::move(queue), write);
        co_return write->response();
    };
}

}  // namespace plein::features
