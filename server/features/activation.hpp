/// The way in for whoever has no password yet, or forgot it: a link that an administrator makes.
#pragma once

#include "protocol/activation.hpp"
#include "server/features/edge.hpp"
#include "server/features/passwords.hpp"

#include <boost/asio/awaitable.hpp>

namespace plein::features {

void add_activation_routes(net::Router& routes, Edge& edge, Passwords& passwords);

/// Ends the link before it. Errors: forbidden (no right to manage people, or oneself), not_found, conflict (suspended).
ActivationLink make_activation(Transaction& tx, const Viewer& viewer, const MakeActivation& request);
/// The same for each of them, all or none.
PersonalLinks make_activations(Transaction& tx, const Viewer& viewer, const MakeActivations& request);
/// Errors: forbidden, not_found.
NoContent withdraw_activation(Transaction& tx, const Viewer& viewer, const WithdrawActivation& request);

/// Both meet the brake on guessing of the address they come from, which signing in meets as well. Errors: not_found (no
/// link that works: one answer for all reasons), too_many_requests.
boost::asio::awaitable<Activation> open_activation(Edge& edge, net::Call& call, OpenActivation request);
/// Sets the password, once for each link, ends the person's sessions, and begins one: sets the session and the device
/// cookie. Errors: also weak_password; then the link still works.
boost::asio::awaitable<Me> activate(Edge& edge, Passwords& passwords, net::Call& call, Activate request);

}  // namespace plein::features
