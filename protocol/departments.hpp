/// Departments: a tree, each with a side, heads, and hours at which somebody is there.
#pragma once

#include "protocol/endpoint.hpp"
#include "protocol/ids.hpp"
#include "protocol/limits.hpp"
#include "protocol/streams.hpp"
#include "protocol/text.hpp"

#include <optional>
#include <string>
#include <vector>

namespace plein {

/// Which part of the organisation a department belongs to.
enum class Side { ssc, business, external };
PLEIN_DESCRIBE_ENUM(Side, ssc, business, external)

enum class Weekday { monday, tuesday, wednesday, thursday, friday, saturday, sunday };
PLEIN_DESCRIBE_ENUM(Weekday, monday, tuesday, wednesday, thursday, friday, saturday, sunday)

/// "08:30" to "17:00" on the organisation's clock; "24:00" is the end of a day. A night is two intervals.
struct OpenInterval {
    Weekday day = Weekday::monday;
    Text<5, 5> opens;
    Text<5, 5> closes;
};
PLEIN_DESCRIBE(OpenInterval, day, opens, closes);

/// To guests it says id, version, name and side, and nothing else.
struct Department {
    DepartmentId id;
    std::int32_t version = 1;
    std::string name;
    Side side = Side::business;
    std::optional<DepartmentId> parent;
    std::string description;
    std::vector<PersonId> heads;
    std::vector<PersonId> deputies;   // they post where the heads post, and appoint nobody
    std::optional<PersonId> partner;  // of a business department: its one person in the SSC
    JsonOf<std::vector<OpenInterval>> hours{"[]"};
    std::optional<std::int32_t> answer_hours;  // open ones, within which it promises to answer a question
    bool archived = false;
};
PLEIN_DESCRIBE(Department, id, version, name, side, parent, description, heads, deputies, partner, hours,
               answer_hours, archived);

struct DepartmentList {
    std::vector<Department> items;
    std::vector<StreamCursor> cursors;
};
PLEIN_DESCRIBE(DepartmentList, items, cursors);

struct ListDepartments {
    using Response = DepartmentList;
    static constexpr Endpoint endpoint{Method::get, "/api/departments",
                                       "All departments of the organisation.", Audience::signed_in};
};
PLEIN_DESCRIBE_EMPTY(ListDepartments);

struct CreateDepartment {
    Uuid client_id;
    Text<limits::name, 1> name;
    Side side = Side::business;
    std::optional<DepartmentId> parent;

    using Response = Department;
    static constexpr Endpoint endpoint{
        Method::post,        "/api/departments",   "Creates a department (administrators).",
        Audience::signed_in, ErrorCode::forbidden, ErrorCode::not_found,
        ErrorCode::conflict, ErrorCode::full};
};
PLEIN_DESCRIBE(CreateDepartment, client_id, name, side, parent);

/// The whole of it. Administrators change everything; its heads change description, deputies, hours and what they promise,
/// and repeat the rest as it is.
struct EditDepartment {
    DepartmentId department;
    std::int32_t version = 1;
    Text<limits::name, 1> name;
    Side side = Side::business;
    std::optional<DepartmentId> parent;
    Text<limits::description> description;
    List<PersonId, limits::department_heads> heads;
    List<PersonId, limits::department_heads> deputies;
    std::optional<PersonId> partner;
    List<OpenInterval, limits::open_intervals> hours;  // in order of time, without overlap
    std::optional<std::int32_t> answer_hours;          // 1..200

    using Response = Department;
    static constexpr Endpoint endpoint{Method::put,
                                       "/api/departments/{department}",
                                       "Changes a department (administrators; a part of it: its heads).",
                                       Audience::signed_in,
                                       ErrorCode::not_found,
                                       ErrorCode::forbidden,
                                       ErrorCode::conflict,
                                       ErrorCode::stale_version};
};
PLEIN_DESCRIBE(EditDepartment, department, version, name, side, parent, description, heads, deputies, partner,
               hours, answer_hours);

/// Only when nobody works there and nothing belongs to it any more: no tab, service, open question or department below.
struct ArchiveDepartment {
    DepartmentId department;

    using Response = Department;
    static constexpr Endpoint endpoint{Method::put,
                                       "/api/departments/{department}/archive",
                                       "Archives an empty department (administrators).",
                                       Audience::signed_in,
                                       ErrorCode::not_found,
                                       ErrorCode::forbidden,
                                       ErrorCode::conflict};
};
PLEIN_DESCRIBE(ArchiveDepartment, department);

struct RestoreDepartment {
    DepartmentId department;

    using Response = Department;
    static constexpr Endpoint endpoint{Method::delete_,
                                       "/api/departments/{department}/archive",
                                       "Opens an archived department again (administrators).",
                                       Audience::signed_in,
                                       ErrorCode::not_found,
                                       ErrorCode::forbidden,
                                       ErrorCode::conflict};
};
PLEIN_DESCRIBE(RestoreDepartment, department);

}  // namespace plein
