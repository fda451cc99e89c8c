#include "protocol/request_reader.hpp"

#include <charconv>

namespace plein {

JsonValue json_of_parameter(std::type_identity<std::int64_t>, std::string_view text, const JsonPath& path) {
    std::int64_t number = 0;
    const auto [stopped, error] = std::from_chars(text.begin(), text.end(), number);
    if (error != std::errc{} || stopped != text.end() || text != std::to_string(number))
        refuse(path, "is not a number");
    return number;
}

JsonValue json_of_parameter(std::type_identity<bool>, std::string_view text, const JsonPath& path) {
    if (text != "true" && text != "false") refuse(path, "is not true or false");
    return text == "true";
}

const std::string* find_parameter(Parameters parameters, std::string_view name) {
    const std::string* found = nullptr;
    for (const auto& [key, value] : parameters) {
        if (key != name) continue;
        if (found != nullptr) refuse_field("?" + key, "appears twice");
        found = &value;
    }
    return found;
}

void refuse_unknown_parameter(std::string_view name) {
    std::string path;
    append_key(path, name);
    path.front() = '?';
    refuse_field(std::move(path), "is not a parameter here");
}

}  // namespace plein
