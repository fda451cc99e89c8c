/// What travels on the live side: an event from the log, and the message that carries it to the screens.
#pragma once

#include "protocol/ids.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace plein::live {

/// One text message, serialised once and shared by every connection that gets it.
using SharedMessage = std::shared_ptr<const std::string>;

/// An event on its way from the log to the screens.
struct LiveEvent {
    std::string stream;
    std::int64_t seq = 0;
    std::optional<PersonId> revokes;  // a person, or `everyone`
    std::optional<SessionId> ends;
    std::string line;  // the envelope, one line without the line feed

    /// Behind this event the person reads no further on this stream.
    [[nodiscard]] bool revokes_access_of(PersonId person) const {
        return revokes == person || revokes == everyone;
    }
};
using SharedEvent = std::shared_ptr<const LiveEvent>;
using SharedEvents = std::vector<SharedEvent>;

}  // namespace plein::live
