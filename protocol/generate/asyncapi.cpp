#include "protocol/generate/json_schema.hpp"
#include "protocol/generate/outputs.hpp"

namespace plein::generate {
namespace {

json::object event_payload(const EventType& event) {
    const Shape text{.kind = Shape::Kind::text};
    const Shape count{.kind = Shape::Kind::integer, .min = 1, .max = PersonId::max};
    json::object payload = object_schema({{"stream", text},
                                          {"seq", count},
                                          {"at", {.kind = Shape::Kind::moment}},
                                          {"type", text},
                                          {"v", count},
                                          {"data", {.kind = Shape::Kind::named, .name = event.payload}}},
                                         false);
    payload["properties"].get_object()["type"] = {{"const", event.type}};
    return payload;
}

json::object message(std::string_view summary, json::object payload) {
    return {{"summary", summary}, {"contentType", "application/json"}, {"payload", std::move(payload)}};
}

json::object operation(std::string_view action, std::string_view summary,
                       const std::vector<std::string>& messages) {
    json::array references;
    for (const std::string& name : messages) {
        references.push_back({{"$ref", "#/channels/live/messages/" + name}});
    }
    return {{"action", action},
            {"channel", {{"$ref", "#/channels/live"}}},
            {"summary", summary},
            {"messages", std::move(references)}};
}

}  // namespace

std::string asyncapi(const Schema& schema) {
    json::object messages{
        {"LiveRequest",
         message("Follow a stream, stop following, or ask for a sign of life.", reference_to("LiveRequest"))},
        {"Notice", message("What became of a stream or of the connection.", reference_to("Notice"))}};
    std::vector<std::string> sent{"Notice"};
    std::vector<std::string> types{"LiveRequest", "Notice"};
    for (const EventType& event : schema.events) {
        messages[event.payload] = message(event.type, event_payload(event));
        sent.push_back(event.payload);
        types.push_back(event.payload);
    }
    json::object channel{{"address", "/live"},
                         {"description",
                          "A WebSocket. One text message carries one or more lines, each one JSON "
                          "object: an event, or a notice, told apart by `type`."},
                         {"messages", std::move(messages)}};
    json::object operations{
        {"receiveLiveRequest", operation("receive", "What a client says.", {"LiveRequest"})},
        {"sendEvents", operation("send", "What the server says: events in order, and notices.", sent)}};
    return to_readable(json::object{{"asyncapi", "3.0.0"},
                                    {"info", {{"title", "Plein live"}, {"version", "1"}}},
                                    {"defaultContentType", "application/json"},
                                    {"channels", {{"live", std::move(channel)}}},
                                    {"operations", std::move(operations)},
                                    {"components", {{"schemas", component_schemas(schema, types)}}}});
}

}  // namespace plein::generate
