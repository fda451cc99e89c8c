/// The described protocol as plain data: what the generators read, so that none of them needs a template.
#pragma once

#include "protocol/events.hpp"
#include "protocol/live.hpp"
#include "protocol/routes.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace plein::generate {

/// What one value looks like on the wire.
struct Shape {
    enum class Kind { boolean, integer, text, secret, bytes, uuid, moment, day, named, list };

    Kind kind = Kind::boolean;
    std::string name{};                 // named: which type
    std::int64_t min = 0;               // integer: least value; text, secret: bytes
    std::optional<std::int64_t> max{};  // likewise; list: items
    std::vector<Shape> item{};          // list: its one element
};

struct Field {
    std::string name;
    Shape shape;
    bool optional = false;
};

/// A type with a name of its own, after all that it uses (but for itself).
struct NamedType {
    enum class Kind { id, enumeration, structure };

    Kind kind;
    std::string name;
    std::vector<std::string> enumerators{};
    std::vector<Field> fields{};
};

struct Operation {
    std::string name;  // of the request struct
    Method method;
    std::string path;
    std::string summary;
    Audience audience;
    std::optional<Right> needs{};
    std::vector<ErrorCode> errors;
    std::vector<Field> path_fields;
    std::vector<Field> other_fields;  // query (GET) or body
    std::optional<std::string> response;
    std::optional<std::string> media{};  // of an answer that is no JSON
};

struct EventType {
    std::string type;     // "post.created"
    std::string payload;  // "PostCreated"
};

struct Schema {
    std::vector<NamedType> types;
    std::vector<Operation> operations;
    std::vector<EventType> events;
};

[[nodiscard]] Schema describe_protocol();

/// `createPost` for `CreatePost`.
[[nodiscard]] std::string lower_camel(std::string name);

}  // namespace plein::generate
