/// Does something as a person would: through a session that ends with the act, and the door that every request takes.
#pragma once

#include "server/access/access.hpp"
#include "server/features/tokens.hpp"
#include "storage/accounts.hpp"

namespace plein::demo {

template <class Act>
auto act_as(storage::Transaction& tx, PersonId person, Act act) {
    const std::string token = access::hash_token(features::make_token());
    const SessionId session = storage::insert_session(tx, person, token, "plein demo");
    auto result = act(access::identify(tx, token));
    storage::delete_session(tx, person, session);
    return result;
}

}  // namespace plein::demo
