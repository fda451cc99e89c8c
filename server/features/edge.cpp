#include "server/features/edge.hpp"

namespace plein::features {

std::string token_hash_of(const net::Call& call) {
    if (!call.session_token) throw Refusal{ErrorCode::not_signed_in};
    return access::hash_token(*call.session_token);
}

}  // namespace plein::features
