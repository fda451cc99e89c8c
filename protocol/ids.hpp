/// Identifiers, one strong type each, so that a post cannot be passed where a tab is meant.
///
/// On the wire: a JSON number from 1 to 2^53 - 1, exact in every JavaScript client. `Uuid` appears only as
/// `client_id`, made by the client so that a retry creates nothing twice.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace plein {

template <class Tag>
struct Id {
    std::int64_t value = 0;
    static constexpr std::int64_t max = (std::int64_t{1} << 53) - 1;

    auto operator<=>(const Id&) const = default;
};

using PersonId = Id<struct PersonTag>;
/// Nobody's id: where an event revokes access, it is that of all who read the stream.
inline constexpr PersonId everyone{0};
using DepartmentId = Id<struct DepartmentTag>;
using ServiceId = Id<struct ServiceTag>;
using SessionId = Id<struct SessionTag>;
using GroupId = Id<struct GroupTag>;
using TabId = Id<struct TabTag>;
using PostId = Id<struct PostTag>;
using CommentId = Id<struct CommentTag>;
using LinkId = Id<struct LinkTag>;
using NotificationId = Id<struct NotificationTag>;

/// RFC 9562, 16 bytes; text form is 36 lower-case characters.
struct Uuid {
    std::array<std::uint8_t, 16> bytes{};

    auto operator<=>(const Uuid&) const = default;

    [[nodiscard]] std::string to_string() const;
    /// Nothing when `text` is not the 36-character form (either case is read).
    static std::optional<Uuid> parse(std::string_view text);
};

}  // namespace plein

template <class Tag>
struct std::hash<plein::Id<Tag>> {
    std::size_t operator()(const plein::Id<Tag>& id) const noexcept {
        return std::hash<std::int64_t>{}(id.value);
    }
};
