/// The edge: turns plain functions in a transaction into handlers of the router.
///
/// `routes.bind<CreateTab>(commit(edge, create_tab, queue_by_group))`: the adapter reads the session's token
/// from the call, and inside the transaction proves the viewer, runs the function and returns its response.
/// The function is the rule and nothing else.
#pragma once

#include "server/access/access.hpp"
#include "server/features/write_limits.hpp"
#include "server/net/router.hpp"
#include "storage/database.hpp"

#include <string>
#include <utility>

namespace plein::features {

using storage::Database;
using storage::Reader;
using storage::Snapshot;
using storage::Transaction;
using storage::Viewer;

/// What the answers say of the organisation; from plein.toml.
struct Organisation {
    std::string name;
    std::string address;  // where people find its Plein, without a slash at the end
};

class LinkPages;

/// Lives as long as the server; handlers hold a reference.
struct Edge {
    Database& database;
    Organisation organisation;
    WriteLimits write_limits;
    LinkPages* link_pages = nullptr;  // none: previews are switched off
    WriteLimits beat_limits{
        WriteLimitOptions{.per_second = 1, .burst = 60}};  // of presence, which change nothing
};

/// Errors: not_signed_in, without a token.
std::string token_hash_of(const net::Call& call);

template <class R>
using Command = typename R::Response (*)(Transaction&, const Viewer&, const R&);
template <class R>
using Query = typename R::Response (*)(Snapshot&, const Viewer&, const R&);
/// Which write queue a request joins: a hint that spares the row lock a race, never the truth.
template <class R>
using QueueKey = std::string (*)(const R&);

template <class R>
std::string no_queue(const R&) {
    return {};
}
template <class R>
std::string queue_by_group(const R& request) {
    return stream_of(request.group);
}

template <class R>
std::string queue_by_organisation(const R&) {
    return organisation_stream;
}

/// Work on a transaction as the viewer of the call: one write of theirs, however often the work runs.
/// `identify`: how the viewer is proved; `access::identify_alone` for what changes the viewer's own account.
template <auto identify = access::identify, class Change>
auto as_viewer(Edge& edge, const net::Call& call, Change change) {
    return [&edge, token = token_hash_of(call), change = std::move(change),
            counted = false](Transaction& tx) mutable {
        const Viewer viewer = identify(tx, token);
        if (!counted) edge.write_limits.take(viewer.person);
        counted = true;
        return change(tx, viewer);
    };
}

template <auto identify = access::identify, class R>
net::Handler<R> commit(Edge& edge, Command<R> command, QueueKey<R> key = no_queue<R>,
                       Database::Deadline deadline = std::nullopt) {
    return [&edge, command, key, deadline](net::Call& call,
                                           R request) -> boost::asio::awaitable<typename R::Response> {
        std::string queue = key(request);
        auto work = as_viewer<identify>(
            edge, call, [command, request = std::move(request)](Transaction& tx, const Viewer& viewer) {
                return command(tx, viewer, request);
            });
        co_return co_await edge.database.commit(std::move(queue), std::move(work), deadline);
    };
}

template <class R>
net::Handler<R> read(Edge& edge, Query<R> query, Database::Deadline deadline = std::nullopt) {
    return [&edge, query, deadline](net::Call& call,
                                    R request) -> boost::asio::awaitable<typename R::Response> {
        auto work = [query, token = token_hash_of(call), request = std::move(request)](Snapshot& snapshot) {
            const Viewer viewer = access::identify(snapshot, token);
            return query(snapshot, viewer, request);
        };
        co_return co_await edge.database.read(std::move(work), deadline);
    };
}

}  // namespace plein::features
