/// Whom a question asks, or who decides on an idea.
#pragma once

#include "protocol/described.hpp"
#include "protocol/ids.hpp"

#include <optional>

namespace plein {

/// A service, and so the department behind it; or a department; or nothing that the one who writes knows of.
struct Addressee {
    std::optional<DepartmentId> department;
    std::optional<ServiceId> service;

    bool operator==(const Addressee&) const = default;
};
PLEIN_DESCRIBE(Addressee, department, service);

}  // namespace plein
