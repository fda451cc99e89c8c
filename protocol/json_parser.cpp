#include "protocol/json_parser.hpp"

#include "protocol/json_path.hpp"

#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/value_stack.hpp>

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace plein {
namespace {

namespace json = boost::json;

/// Receives Boost.JSON's parse events: keeps the place, refuses duplicate names, builds the tree.
class TreeBuilder {
public:
    static constexpr std::size_t max_object_size = json::object::max_size();
    static constexpr std::size_t max_array_size = json::array::max_size();
    static constexpr std::size_t max_key_size = json::string::max_size();
    static constexpr std::size_t max_string_size = json::string::max_size();

    [[nodiscard]] std::string path() const {
        std::string path = "$";
        for (const Container& container : open_) {
            if (!container.is_object) {
                append_index(path, container.index);
            } else if (container.in_member) {
                append_key(path, container.name);
            }
        }
        return path;
    }

    json::value release() { return stack_.release(); }

    bool on_document_begin(json::error_code&) {
        stack_.reset();
        return true;
    }
    bool on_document_end(json::error_code&) { return true; }

    bool on_object_begin(json::error_code&) {
        open_.push_back({.is_object = true});
        return true;
    }
    bool on_object_end(std::size_t size, json::error_code&) {
        open_.pop_back();
        stack_.push_object(size);
        return value_done();
    }
    bool on_array_begin(json::error_code&) {
        open_.push_back({.is_object = false});
        return true;
    }
    bool on_array_end(std::size_t size, json::error_code&) {
        open_.pop_back();
        stack_.push_array(size);
        return value_done();
    }

    bool on_key_part(json::string_view part, std::size_t, json::error_code&) {
        stack_.push_chars(part);
        open_.back().name.append(part.data(), part.size());
        return true;
    }
    bool on_key(json::string_view rest, std::size_t, json::error_code&) {
        stack_.push_key(rest);
        Container& object = open_.back();
        object.name.append(rest.data(), rest.size());
        object.in_member = true;
        if (!object.seen.insert(object.name).second) refuse_field(path(), "appears twice");
        return true;
    }

    bool on_string_part(json::string_view part, std::size_t, json::error_code&) {
        stack_.push_chars(part);
        return true;
    }
    bool on_string(json::string_view rest, std::size_t, json::error_code&) {
        stack_.push_string(rest);
        return value_done();
    }
    bool on_number_part(json::string_view, json::error_code&) { return true; }
    bool on_int64(std::int64_t value, json::string_view, json::error_code&) {
        stack_.push_int64(value);
        return value_done();
    }
    bool on_uint64(std::uint64_t value, json::string_view, json::error_code&) {
        stack_.push_uint64(value);
        return value_done();
    }
    bool on_double(double value, json::string_view, json::error_code&) {
        stack_.push_double(value);
        return value_done();
    }
    bool on_bool(bool value, json::error_code&) {
        stack_.push_bool(value);
        return value_done();
    }
    bool on_null(json::error_code&) {
        stack_.push_null();
        return value_done();
    }
    bool on_comment_part(json::string_view, json::error_code&) { return true; }
    bool on_comment(json::string_view, json::error_code&) { return true; }

private:
    struct Container {
        bool is_object;
        bool in_member = false;        // object: between a name and the end of its value
        std::string name{};            // object: the latest name
        std::set<std::string> seen{};  // ordered, so that no choice of names makes it slow
        std::size_t index = 0;         // array: the item being read
    };

    bool value_done() {
        if (open_.empty()) return true;
        Container& parent = open_.back();
        parent.in_member = false;
        parent.name.clear();
        ++parent.index;
        return true;
    }

    json::value_stack stack_;
    std::vector<Container> open_;  // outermost first
};

}  // namespace

json::value parse_json(std::string_view text, std::size_t max_depth) {
    json::parse_options options;
    options.max_depth = max_depth;
    json::basic_parser<TreeBuilder> parser{options};
    json::error_code error;
    const std::size_t consumed = parser.write_some(false, text.data(), text.size(), error);
    if (error) {
        refuse_field(parser.handler().path(), "at byte " + std::to_string(consumed) + ": " + error.message());
    }
    if (consumed < text.size()) {
        refuse_field("$", "at byte " + std::to_string(consumed) + ": something follows the value");
    }
    return parser.handler().release();
}

}  // namespace plein
