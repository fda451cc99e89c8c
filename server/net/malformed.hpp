/// What HTTP itself forbids or we do not do; the answer is short and the connection ends behind it.
#pragma once

#include <stdexcept>

namespace plein::net {

class Malformed : public std::runtime_error {
public:
    /// `why` is for the log: the client gets the status only, never its own bytes back.
    explicit Malformed(unsigned status_code, const char* why)
        : std::runtime_error(why), status(status_code) {}

    unsigned status;
};

}  // namespace plein::net
