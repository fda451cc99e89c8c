#include "protocol/generate/json_schema.hpp"

#include "protocol/json_writer.hpp"

#include <ranges>
#include <set>

namespace plein::generate {
namespace {

json::object string_schema(const Shape& shape) {
    json::object schema{{"type", "string"}};
    if (shape.min > 0) schema["minLength"] = shape.min;
    if (shape.max) schema["maxLength"] = *shape.max;
    if (shape.kind == Shape::Kind::secret) {
        schema["format"] = "password";
        schema["writeOnly"] = true;
    }
    return schema;
}

json::object named_schema(const NamedType& type) {
    if (type.kind == NamedType::Kind::id) {
        return {{"type", "integer"}, {"format", "int64"}, {"minimum", 1}, {"maximum", PersonId::max}};
    }
    if (type.kind == NamedType::Kind::enumeration) {
        return {{"type", "string"}, {"enum", json::array(type.enumerators.begin(), type.enumerators.end())}};
    }
    return object_schema(type.fields, false);
}

std::set<std::string> to_set(const std::vector<std::string>& names) { return {names.begin(), names.end()}; }

void write_indented(std::string& out, const json::value& value, std::size_t depth);

void start_line(std::string& out, std::size_t depth) { out.append("\n").append(depth * 2, ' '); }

void write_object(std::string& out, const json::object& object, std::size_t depth) {
    out += '{';
    for (const auto& member : object) {
        if (out.back() != '{') out += ',';
        start_line(out, depth + 1);
        write_json(out, std::string_view{member.key().data(), member.key().size()});
        out += ": ";
        write_indented(out, member.value(), depth + 1);
    }
    if (!object.empty()) start_line(out, depth);
    out += '}';
}

void write_array(std::string& out, const json::array& array, std::size_t depth) {
    out += '[';
    for (const json::value& item : array) {
        if (&item != &array.front()) out += ',';
        start_line(out, depth + 1);
        write_indented(out, item, depth + 1);
    }
    if (!array.empty()) start_line(out, depth);
    out += ']';
}

void write_indented(std::string& out, const json::value& value, std::size_t depth) {
    if (value.is_object()) {
        write_object(out, value.get_object(), depth);
    } else if (value.is_array()) {
        write_array(out, value.get_array(), depth);
    } else {
        out += json::serialize(value);
    }
}

}  // namespace

json::object reference_to(const std::string& type) { return {{"$ref", "#/components/schemas/" + type}}; }

json::object schema_of(const Shape& shape) {
    switch (shape.kind) {
        case Shape::Kind::boolean:
            return {{"type", "boolean"}};
        case Shape::Kind::integer:
            return {{"type", "integer"}, {"minimum", shape.min}, {"maximum", *shape.max}};
        case Shape::Kind::text:
        case Shape::Kind::secret:
            return string_schema(shape);
        case Shape::Kind::bytes:
            return {
                {"type", "string"}, {"contentEncoding", "base64"}, {"maxLength", (*shape.max + 2) / 3 * 4}};
        case Shape::Kind::uuid:
            return {{"type", "string"}, {"format", "uuid"}};
        case Shape::Kind::moment:
            return {{"type", "string"}, {"format", "date-time"}};
        case Shape::Kind::day:
            return {{"type", "string"}, {"format", "date"}};
        case Shape::Kind::named:
            return reference_to(shape.name);
        case Shape::Kind::list:
            break;
    }
    json::object schema{{"type", "array"}, {"items", schema_of(shape.item.front())}};
    if (shape.max) schema["maxItems"] = *shape.max;
    return schema;
}

json::object object_schema(const std::vector<Field>& fields, bool strict) {
    json::object properties;
    json::array required;
    for (const Field& field : fields) {
        properties[field.name] = schema_of(field.shape);
        if (!field.optional) required.emplace_back(field.name);
    }
    json::object schema{{"type", "object"}, {"properties", std::move(properties)}};
    if (!required.empty()) schema["required"] = std::move(required);
    if (strict) schema["additionalProperties"] = false;
    return schema;
}

std::vector<std::string> names_used(const std::vector<Field>& fields) {
    std::vector<std::string> names;
    for (const Field& field : fields) {
        const Shape& shape = field.shape.item.empty() ? field.shape : field.shape.item.front();
        if (shape.kind == Shape::Kind::named) names.push_back(shape.name);
    }
    return names;
}

json::object component_schemas(const Schema& schema, const std::vector<std::string>& roots) {
    std::set<std::string> reached = to_set(roots);
    // What a type uses stands before it: seen from the back, every user comes before the used.
    for (const NamedType& type : schema.types | std::views::reverse) {
        if (reached.contains(type.name)) reached.merge(to_set(names_used(type.fields)));
    }
    json::object schemas;
    for (const NamedType& type : schema.types) {
        if (reached.contains(type.name)) schemas[type.name] = named_schema(type);
    }
    return schemas;
}

std::string to_readable(const json::value& value) {
    std::string out;
    write_indented(out, value, 0);
    return out + '\n';
}

}  // namespace plein::generate
