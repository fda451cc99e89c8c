/// The end of a coroutine that nobody waits for: it handles what it expects, so what it throws is a fault of
/// ours.
#pragma once

#include <spdlog/spdlog.h>

#include <exception>

namespace plein::live {

inline void log_fault(const std::exception_ptr& fault) {
    if (!fault) return;
    try {
        std::rethrow_exception(fault);
    } catch (const std::exception& error) {
        spdlog::error("live: {}", error.what());
    }
}

}  // namespace plein::live
