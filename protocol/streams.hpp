/// Streams and cursors: what a page of an answer knows, and from where the live channel goes on.
#pragma once

#include "protocol/described.hpp"
#include "protocol/ids.hpp"
#include "protocol/text.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace plein {

/// `group:7`, `moderators:7`, `tab:31`, `desk:4`, `user:5` or `organisation`: it reaches exactly the people who may read all of it.
using StreamName = Text<32, 3>;

/// The streams' names: what concerns one person, all full members of a group, the audience of one tab.
inline std::string stream_of(PersonId person) { return "user:" + std::to_string(person.value); }
inline std::string stream_of(GroupId group) { return "group:" + std::to_string(group.value); }
inline std::string stream_of(TabId tab) { return "tab:" + std::to_string(tab.value); }
/// Of the group's owners and moderators.
inline std::string moderators_stream_of(GroupId group) { return "moderators:" + std::to_string(group.value); }

/// Of who works in a department, its heads and its deputies. It says only that something changed.
inline std::string desk_stream_of(DepartmentId department) {
    return "desk:" + std::to_string(department.value);
}

/// What every employee may know: names, titles, departments, services. Guests do not read it (ADR 0021).
inline constexpr const char* organisation_stream = "organisation";

/// How far a snapshot has seen a stream. `cursor` is opaque to clients (`generation:seq`).
struct StreamCursor {
    std::string stream;
    std::string cursor;
};
PLEIN_DESCRIBE(StreamCursor, stream, cursor);

}  // namespace plein
