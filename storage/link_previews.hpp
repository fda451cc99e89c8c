/// What pages outside say of themselves. Kept by address, for all posts that lead there.
#pragma once

#include "storage/proofs.hpp"
#include "storage/transaction.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace plein::storage {

struct KeptPreview {
    std::optional<std::string> title;  // none: the page says nothing
    std::optional<std::string> description;
    bool has_image = false;
};
PLEIN_DESCRIBE(KeptPreview, title, description, has_image);

struct KeptImage {
    std::string type;
    std::string bytes;
};

/// As it was found within the last day, or within the last hour when nothing was. `url`: of a link in this post.
std::optional<KeptPreview> select_link_preview(Reader& reader, const PostAccess& post,
                                               const std::string& url);
/// The last one that was found.
std::optional<KeptImage> select_link_preview_image(Reader& reader, const PostAccess& post,
                                                   const std::string& url);

/// Whether this is who looks now. Of two, on whatever node, one does; whoever does not come back with anything is replaced
/// after a quarter of a minute.
bool claim_link_preview(Transaction& tx, const SystemAccess& system, const std::string& url);
void update_link_preview(Transaction& tx, const SystemAccess& system, const std::string& url,
                         const std::optional<std::string>& title,
                         const std::optional<std::string>& description,
                         const std::optional<KeptImage>& image);

/// What nobody has asked for within so many days, and the oldest of more than `kept`; at most `limit`.
std::int64_t delete_old_link_previews(Transaction& tx, const SystemAccess& system, int days,
                                      std::int64_t kept, std::int64_t limit);

}  // namespace plein::storage
