#include "protocol/enum_names.hpp"
#include "protocol/generate/outputs.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace plein::generate {
namespace {

std::string type_of(const Shape& shape) {
    switch (shape.kind) {
        case Shape::Kind::boolean:
            return "boolean";
        case Shape::Kind::integer:
            return "number";
        case Shape::Kind::named:
            return shape.name;
        case Shape::Kind::list:
            return type_of(shape.item.front()) + "[]";
        default:
            return "string";
    }
}

std::string quoted(std::string_view text) { return fmt::format("'{}'", text); }

std::string quoted_all(const std::vector<std::string>& names, std::string_view separator) {
    std::vector<std::string> all;
    std::ranges::transform(names, std::back_inserter(all), quoted);
    return fmt::format("{}", fmt::join(all, separator));
}

std::string declaration(const NamedType& type) {
    if (type.kind == NamedType::Kind::id) return fmt::format("export type {} = number;\n", type.name);
    if (type.kind == NamedType::Kind::enumeration) {
        return fmt::format("export type {} = {};\n", type.name, quoted_all(type.enumerators, " | "));
    }
    if (type.fields.empty()) return fmt::format("export type {} = Record<string, never>;\n", type.name);
    std::string text = fmt::format("export interface {} {{\n", type.name);
    for (const Field& field : type.fields) {
        text += fmt::format("  {}{}: {};\n", field.name, field.optional ? "?" : "", type_of(field.shape));
    }
    return text + "}\n";
}

std::string live_event(const std::vector<EventType>& events) {
    std::string text = "export type LiveEvent = { stream: string; seq: number; at: string; v: number } & (\n";
    for (const EventType& event : events) {
        text += fmt::format("  | {{ type: '{}'; data: {} }}\n", event.type, event.payload);
    }
    return text + ");\n";
}

std::string method_name(Method method) {
    std::string name{name_of(method)};
    std::ranges::transform(name, name.begin(), [](char c) { return static_cast<char>(c & ~0x20); });
    return name;
}

std::string endpoints(const std::vector<Operation>& operations) {
    std::string text = "export const endpoints = {\n";
    for (const Operation& operation : operations) {
        if (operation.media) continue;
        std::vector<std::string> fields;
        std::ranges::transform(operation.other_fields, std::back_inserter(fields), &Field::name);
        text +=
            fmt::format("  {}: {{ method: '{}', path: '{}', fields: [{}] }},\n", lower_camel(operation.name),
                        method_name(operation.method), operation.path, quoted_all(fields, ", "));
    }
    return text + "} as const;\n";
}

/// What is no JSON is fetched by a link, or by other programs.
std::string files(const std::vector<Operation>& operations) {
    std::string text = "export const files = {\n";
    for (const Operation& operation : operations) {
        if (operation.media)
            text += fmt::format("  {}: '{}',\n", lower_camel(operation.name), operation.path);
    }
    return text + "} as const;\n";
}

std::string api(const std::vector<Operation>& operations) {
    std::string text = "export interface Api {\n";
    for (const Operation& operation : operations) {
        if (operation.media) continue;
        text += fmt::format("  {}(request: {}): Promise<{}>;\n", lower_camel(operation.name), operation.name,
                            operation.response.value_or("void"));
    }
    return text + "}\n";
}

}  // namespace

std::string typescript(const Schema& schema) {
    std::string text = "// Written by plein-generate from protocol/. Do not edit.\n";
    for (const NamedType& type : schema.types)
        text += "\n" + declaration(type);
    return text + "\nexport type MarkdownTree = MarkdownNode[];\n\n" + live_event(schema.events) + "\n" +
           endpoints(schema.operations) + "\n" + files(schema.operations) + "\n" + api(schema.operations);
}

}  // namespace plein::generate
