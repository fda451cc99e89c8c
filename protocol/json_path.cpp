#include "protocol/json_path.hpp"

#include "protocol/errors.hpp"

namespace plein {
namespace {

constexpr std::size_t max_key_shown = 40;

bool continues_code_point(char c) { return (c & 0xC0) == 0x80; }

}  // namespace

std::string JsonPath::to_string() const {
    if (parent_ == nullptr) return std::string{key_};
    std::string path = parent_->to_string();
    if (key_.data() == nullptr) {
        append_index(path, index_);
    } else {
        append_key(path, key_);
    }
    return path;
}

void append_key(std::string& path, std::string_view key) {
    std::size_t shown = key.size();
    if (shown > max_key_shown) {
        for (shown = max_key_shown; continues_code_point(key[shown]);)
            --shown;
    }
    path += '.';
    path += key.substr(0, shown);
    if (shown < key.size()) path += "…";
}

void append_index(std::string& path, std::size_t index) {
    path += '[';
    path += std::to_string(index);
    path += ']';
}

void refuse_field(std::string field, std::string detail) {
    throw Refusal{ErrorCode::invalid_request, std::move(field), std::move(detail)};
}

}  // namespace plein
