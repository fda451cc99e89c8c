#include "storage/link_previews.hpp"

namespace plein::storage {

namespace {

#define PLEIN_HASH_OF_URL "sha256(convert_to($1, 'UTF8'))"
// Also of one that said nothing: that it is asked again tells its owner that somebody reads the link.
#define PLEIN_IS_FRESH "link_previews.fetched_at > now() - interval '1 day'"

const NamedSql select_link_preview_sql{"select_link_preview", R"sql(
    SELECT title, description, image IS NOT NULL
      FROM link_previews
     WHERE url_hash = )sql" PLEIN_HASH_OF_URL " AND " PLEIN_IS_FRESH};

const NamedSql select_link_preview_image_sql{"select_link_preview_image", R"sql(
    SELECT image_type, image
      FROM link_previews
     WHERE image IS NOT NULL AND url_hash = )sql" PLEIN_HASH_OF_URL};

// The row's lock lets one of several through; the others find it claimed.
const NamedSql claim_link_preview_sql{"claim_link_preview", R"sql(
    INSERT INTO link_previews (url_hash, asked_at) VALUES ()sql" PLEIN_HASH_OF_URL R"sql(, now())
        ON CONFLICT (url_hash) DO UPDATE SET asked_at = now()
            WHERE link_previews.asked_at < now() - interval '15 seconds'
              AND ()sql" PLEIN_IS_FRESH R"sql() IS NOT TRUE
 RETURNING true)sql"};

const NamedSql update_link_preview_sql{"update_link_preview", R"sql(
    UPDATE link_previews
       SET fetched_at = now(), title = $2, description = $3, image_type = $4, image = $5::bytea
     WHERE url_hash = )sql" PLEIN_HASH_OF_URL};

const NamedSql delete_old_link_previews_sql{"delete_old_link_previews", R"sql(
    DELETE FROM link_previews
     WHERE url_hash IN (SELECT url_hash FROM link_previews
                         WHERE asked_at < greatest(now() - make_interval(days => $1),
                                                   (SELECT asked_at FROM link_previews
                                                     ORDER BY asked_at DESC OFFSET $2 LIMIT 1))
                         LIMIT $3
                           FOR UPDATE SKIP LOCKED))sql"};

/// As PostgreSQL reads bytes from text.
std::string hex_of(const std::string& bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text = "\\x";
    text.reserve(2 + 2 * bytes.size());
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        text += digits[byte >> 4U];
        text += digits[byte & 0xFU];
    }
    return text;
}

}  // namespace

std::optional<KeptPreview> select_link_preview(Reader& reader, const PostAccess&, const std::string& url) {
    const auto rows = reader.query(select_link_preview_sql, url);
    if (rows.empty()) return std::nullopt;
    return row_as<KeptPreview>(rows[0]);
}

std::optional<KeptImage> select_link_preview_image(Reader& reader, const PostAccess&,
                                                   const std::string& url) {
    const auto rows = reader.query(select_link_preview_image_sql, url);
    if (rows.empty()) return std::nullopt;
    return KeptImage{rows[0][0].as<std::string>(), pqxx::binarystring{rows[0][1]}.str()};
}

bool claim_link_preview(Transaction& tx, const SystemAccess&, const std::string& url) {
    return !tx.query(claim_link_preview_sql, url).empty();
}

void update_link_preview(Transaction& tx, const SystemAccess&, const std::string& url,
                         const std::optional<std::string>& title,
                         const std::optional<std::string>& description,
                         const std::optional<KeptImage>& image) {
    const auto type = image ? std::optional{image->type} : std::nullopt;
    const auto bytes = image ? std::optional{hex_of(image->bytes)} : std::nullopt;
    tx.query(update_link_preview_sql, url, title, description, type, bytes);
}

std::int64_t delete_old_link_previews(Transaction& tx, const SystemAccess&, int days, std::int64_t kept,
                                      std::int64_t limit) {
    const auto rows = tx.query(delete_old_link_previews_sql, days, kept, limit);
    return static_cast<std::int64_t>(rows.affected_rows());
}

}  // namespace plein::storage
