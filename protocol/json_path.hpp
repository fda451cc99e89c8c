/// Where a reader stands in its input, for the `field` of a refusal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace plein {

/// `$.media[0].id`: a chain on the readers' stack, spelled only when something is refused.
/// Lifetime: parent and key outlive it.
class JsonPath {
public:
    /// `root` is `$` for a body, `?limit` for one parameter of a query.
    explicit JsonPath(std::string_view root) : key_(root) {}
    JsonPath(const JsonPath& parent, std::string_view key) : parent_(&parent), key_(key) {}
    JsonPath(const JsonPath& parent, std::size_t index) : parent_(&parent), index_(index) {}

    [[nodiscard]] std::string to_string() const;

private:
    const JsonPath* parent_ = nullptr;
    std::string_view key_;  // empty data() for an item of an array
    std::size_t index_ = 0;
};

/// Appends `.key`. A key comes from outside and may be of any size: what is beyond 40 bytes is cut.
void append_key(std::string& path, std::string_view key);
void append_index(std::string& path, std::size_t index);

/// Throws invalid_request about `field`; `detail` is for the log.
[[noreturn]] void refuse_field(std::string field, std::string detail);

[[noreturn]] inline void refuse(const JsonPath& path, std::string detail) {
    refuse_field(path.to_string(), std::move(detail));
}

}  // namespace plein
