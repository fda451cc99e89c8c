/// The columns of a post, in the order of `Post`.
#pragma once

#include "protocol/posts.hpp"
#include "storage/values.hpp"

/// Which text a translation is of. The digest follows every edit by itself, whoever makes it.
#define PLEIN_TEXT_DIGEST(BODY) "sha256(convert_to(" BODY ", 'UTF8'))"
/// The post still says what was translated.
#define PLEIN_TRANSLATION_HOLDS "(posts.translation_of = " PLEIN_TEXT_DIGEST("posts.body") ")"

#define PLEIN_POST_COLUMNS                                                                              \
    "posts.id, posts.group_id, posts.tab_id, posts.author_id, posts.kind, posts.version, posts.state, " \
    "posts.mark, "                                                                                      \
    "posts.body, posts.blocks, posts.published_at, posts.edited_at, posts.side, posts.pinned_at, "      \
    "posts.lock_reason, posts.praised, "                                                                \
    "CASE WHEN posts.translation_language IS NOT NULL "                                                 \
    "     THEN ARRAY[posts.translation_language, posts.translation_body, posts.translation_blocks, "    \
    "                CASE WHEN " PLEIN_TRANSLATION_HOLDS                                                \
    " THEN '' ELSE 'outdated' END] "                                                                    \
    " END AS translation "

namespace plein::storage {

/// The last of the columns.
template <>
struct Column<Translation> {
    static Translation read(const pqxx::field& field) {
        auto parts = Column<std::vector<std::string>>::read(field);
        Translation translation{.body = std::move(parts.at(1)), .outdated = !parts.at(3).empty()};
        translation.language = enum_named<Language>(parts.at(0)).value();
        translation.blocks.text = std::move(parts.at(2));
        return translation;
    }
};

}  // namespace plein::storage
