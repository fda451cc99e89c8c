/// Invitation links. Only the hash of a token is kept.
#pragma once

#include "protocol/invitation_links.hpp"
#include "storage/proofs.hpp"
#include "storage/transaction.hpp"

#include <optional>
#include <string>
#include <vector>

namespace plein::storage {

/// Those that are neither expired nor used up, newest first; at most 20.
std::vector<InvitationLink> select_links(Reader& reader, const GroupAccess& access);
std::int64_t select_open_link_count(Reader& reader, const GroupAccess& access);

InvitationLink insert_link(Transaction& tx, const GroupAccess& access, const Viewer& maker,
                           const std::string& token_hash, std::int32_t days, std::int32_t uses);
/// Gives the link another token, unless it is gone.
std::optional<InvitationLink> update_link_token(Transaction& tx, const GroupAccess& access, LinkId link,
                                                const std::string& token_hash);
void delete_link(Transaction& tx, const GroupAccess& access, LinkId link);
void delete_links(Transaction& tx, const GroupAccess& access);

std::string select_purpose(Reader& reader, const LinkAccess& link);
/// Uses the link once more; returns false when it is not open.
bool update_link_used(Transaction& tx, const LinkAccess& link, const std::string& token_hash);

}  // namespace plein::storage
