/// Who does what: services and end-to-end processes, each with one owner in the SSC.
#pragma once

#include "protocol/endpoint.hpp"
#include "protocol/ids.hpp"
#include "protocol/limits.hpp"
#include "protocol/streams.hpp"
#include "protocol/text.hpp"

#include <string>
#include <vector>

namespace plein {

/// `process`: from end to end, across departments ("inkoop tot betaling").
enum class ServiceKind { service, process };
PLEIN_DESCRIBE_ENUM(ServiceKind, service, process)

struct Service {
    ServiceId id;
    std::int32_t version = 1;
    ServiceKind kind = ServiceKind::service;
    std::string name;
    DepartmentId department;
    PersonId owner;
    std::string description;
};
PLEIN_DESCRIBE(Service, id, version, kind, name, department, owner, description);

struct ServiceList {
    std::vector<Service> items;
    std::vector<StreamCursor> cursors;
};
PLEIN_DESCRIBE(ServiceList, items, cursors);

struct ListServices {
    using Response = ServiceList;
    static constexpr Endpoint endpoint{Method::get, "/api/services", "All services and processes, by name.",
                                       Audience::signed_in, ErrorCode::forbidden};
};
PLEIN_DESCRIBE_EMPTY(ListServices);

/// The owner works in the SSC.
struct CreateService {
    Uuid client_id;
    ServiceKind kind = ServiceKind::service;
    Text<limits::name, 1> name;
    DepartmentId department;
    PersonId owner;
    Text<limits::description> description;

    using Response = Service;
    static constexpr Endpoint endpoint{Method::post,
                                       "/api/services",
                                       "Creates a service (administrators, the department's heads).",
                                       Audience::signed_in,
                                       ErrorCode::forbidden,
                                       ErrorCode::not_found,
                                       ErrorCode::conflict,
                                       ErrorCode::full};
};
PLEIN_DESCRIBE(CreateService, client_id, kind, name, department, owner, description);

/// Who moves a service to another department manages both.
struct EditService {
    ServiceId service;
    std::int32_t version = 1;
    ServiceKind kind = ServiceKind::service;
    Text<limits::name, 1> name;
    DepartmentId department;
    PersonId owner;
    Text<limits::description> description;

    using Response = Service;
    static constexpr Endpoint endpoint{Method::put,
                                       "/api/services/{service}",
                                       "Changes a service (administrators, the department's heads).",
                                       Audience::signed_in,
                                       ErrorCode::not_found,
                                       ErrorCode::forbidden,
                                       ErrorCode::conflict,
                                       ErrorCode::stale_version};
};
PLEIN_DESCRIBE(EditService, service, version, kind, name, department, owner, description);

struct RemoveService {
    ServiceId service;

    using Response = NoContent;
    static constexpr Endpoint endpoint{Method::delete_,
                                       "/api/services/{service}",
                                       "Takes a service out (administrators, the department's heads).",
                                       Audience::signed_in,
                                       ErrorCode::not_found,
                                       ErrorCode::forbidden};
};
PLEIN_DESCRIBE(RemoveService, service);

}  // namespace plein
