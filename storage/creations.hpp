/// Creates that are safe to repeat: what a person's `client_id` made. (Posts keep theirs in their own table.)
#pragma once

#include "protocol/endpoint.hpp"
#include "protocol/json_writer.hpp"
#include "storage/proofs.hpp"
#include "storage/transaction.hpp"

#include <optional>
#include <string>

namespace plein::storage {

/// Takes the `client_id` for this content. Nothing when it was free: the caller makes something and calls
/// `update_creation` in the same transaction. Otherwise the id of what an earlier try made; a try that is still running
/// is waited for. Errors: conflict (other content under this id).
std::optional<std::int64_t> insert_creation(Transaction& tx, const Viewer& viewer, const Uuid& client_id,
                                            const std::string& content);
void update_creation(Transaction& tx, const Viewer& viewer, const Uuid& client_id, std::int64_t made);

/// What tells a repeat from another request: its kind and all that it asks for.
template <Request R>
std::string content_of(const R& request) {
    return std::string{R::endpoint.path} + ' ' + to_json(request);
}

}  // namespace plein::storage
