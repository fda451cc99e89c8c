#include "protocol/enum_names.hpp"
#include "protocol/generate/json_schema.hpp"
#include "protocol/generate/outputs.hpp"

namespace plein::generate {
namespace {

json::object content(std::string_view type, json::object schema) {
    return {{type, {{"schema", std::move(schema)}}}};
}

json::object parameter(const Field& field, std::string_view place) {
    json::object parameter{{"name", field.name},
                           {"in", place},
                           {"required", !field.optional},
                           {"schema", schema_of(field.shape)}};
    if (field.shape.kind == Shape::Kind::list) parameter["explode"] = false;
    return parameter;
}

json::array parameters(const Operation& operation) {
    json::array all;
    for (const Field& field : operation.path_fields)
        all.push_back(parameter(field, "path"));
    if (operation.method != Method::get) return all;
    for (const Field& field : operation.other_fields)
        all.push_back(parameter(field, "query"));
    return all;
}

/// Every refusal of the operation: one shape, told apart by `code`. Which status goes with a code is for
/// server/net.
json::object refusal(const Operation& operation) {
    json::array codes;
    for (const ErrorCode code : operation.errors)
        codes.emplace_back(name_of(code));
    json::object code{{"properties", {{"code", {{"enum", std::move(codes)}}}}}};
    json::object schema{{"allOf", {reference_to("Problem"), std::move(code)}}};
    return {{"description", "Refused (RFC 9457)."},
            {"content", content("application/problem+json", std::move(schema))}};
}

json::object responses(const Operation& operation) {
    json::object all;
    if (operation.response) {
        all["200"] = {{"description", "Done."},
                      {"content", content("application/json", reference_to(*operation.response))}};
    } else if (operation.media) {
        all["200"] = {{"description", "Done."},
                      {"content", content(*operation.media, json::object{{"type", "string"}})}};
    } else {
        all["204"] = {{"description", "Done; nothing to say."}};
    }
    all["default"] = refusal(operation);
    return all;
}

json::object operation_object(const Operation& operation) {
    json::object object{{"operationId", lower_camel(operation.name)}, {"summary", operation.summary}};
    if (operation.needs)
        object["description"] = "Takes the right `" + std::string{name_of(*operation.needs)} + "`.";
    if (auto all = parameters(operation); !all.empty()) object["parameters"] = std::move(all);
    if (operation.method != Method::get && !operation.other_fields.empty()) {
        object["requestBody"] = {
            {"required", true},
            {"content", content("application/json", object_schema(operation.other_fields, true))}};
    }
    object["responses"] = responses(operation);
    if (operation.audience == Audience::anyone) object["security"] = json::array{};
    return object;
}

}  // namespace

std::string openapi(const Schema& schema) {
    json::object paths;
    std::vector<std::string> types{"Problem"};
    for (const Operation& operation : schema.operations) {
        auto& path = paths[operation.path];
        if (!path.is_object()) path.emplace_object();
        path.get_object()[name_of(operation.method)] = operation_object(operation);
        for (const auto* fields : {&operation.path_fields, &operation.other_fields}) {
            const auto used = names_used(*fields);
            types.insert(types.end(), used.begin(), used.end());
        }
        if (operation.response) types.push_back(*operation.response);
    }
    json::object session{{"type", "apiKey"}, {"in", "cookie"}, {"name", "__Host-plein"}};
    return to_readable(json::object{
        {"openapi", "3.1.0"},
        {"info",
         {{"title", "Plein"},
          {"version", "1"},
          {"description",
           "Requests are read strictly; ignore what you do not know in an answer. The bounds of a "
           "string are bytes of UTF-8."}}},
        {"security", {{{"session", json::array{}}}}},
        {"paths", std::move(paths)},
        {"components",
         {{"securitySchemes", {{"session", std::move(session)}}},
          {"schemas", component_schemas(schema, types)}}}});
}

}  // namespace plein::generate
