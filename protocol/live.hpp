/// The WebSocket at `/live`: what a client says and what the server answers about streams.
///
/// One text message from the server carries one or more lines, each one JSON object: an event in its envelope
/// `{stream, seq, at, type, v, data}`, or a notice below, told apart by `type`. The person's own stream
/// `user:N` is subscribed by the handshake itself, from the cursor in `/live?after=…`.
#pragma once

#include "protocol/streams.hpp"

#include <optional>

namespace plein {

enum class LiveOperation { subscribe, unsubscribe, ping };
PLEIN_DESCRIBE_ENUM(LiveOperation, subscribe, unsubscribe, ping)

/// From the client. `after` is the cursor of an answer; without it the stream starts at now.
struct LiveRequest {
    LiveOperation operation = LiveOperation::ping;
    std::optional<StreamName> stream;
    std::optional<Text<64>> after;
};
PLEIN_DESCRIBE(LiveRequest, operation, stream, after);

enum class NoticeType {
    subscribed,  // the replay is complete, the stream is live; `cursor` is where it stands
    resync,      // the cursor cannot be served: read afresh. The stream is not subscribed.
    refused,     // no such stream, or not for this person: one answer for both
    lost,        // access ended; nothing more comes on this stream
    pong,
    restarting,  // the server is about to stop: connect again, at any time in the next seconds
};
PLEIN_DESCRIBE_ENUM(NoticeType, subscribed, resync, refused, lost, pong, restarting)

struct Notice {
    NoticeType type = NoticeType::pong;
    std::optional<std::string> stream;
    std::optional<std::string> cursor;
};
PLEIN_DESCRIBE(Notice, type, stream, cursor);

}  // namespace plein
