/// Groups as people make and shape them: a new one, its charter and looks, its archive.
#pragma once

#include "protocol/groups.hpp"
#include "protocol/rights.hpp"
#include "protocol/text.hpp"

namespace plein {

/// What the owners decide about a group. Closed groups bear different names, whatever the case of their letters; a
/// secret one bears any name, since "taken" would tell that another exists.
struct GroupForm {
    Text<limits::name, 1> name;
    Text<limits::purpose> purpose;
    GroupVisibility visibility = GroupVisibility::closed;
    GroupKind kind = GroupKind::work;
    GroupColour colour = GroupColour::teal;
    GroupCover cover = GroupCover::stretcher;
    std::optional<Date> review_on;  // a new one is not in the past
};
PLEIN_DESCRIBE(GroupForm, name, purpose, visibility, kind, colour, cover, review_on);

/// Begins a group with the tab General and one for each of `departments`. The person becomes its owner, `owners`
/// beside them: a work group gets one from each side.
struct CreateGroup {
    Uuid client_id;
    GroupForm form;
    List<DepartmentId, limits::group_tabs> departments;
    List<PersonId, limits::group_owners> owners;

    static constexpr Right needs = Right::create_groups;
    using Response = Group;
    static constexpr Endpoint endpoint{
        Method::post,        "/api/groups",        "Begins a group; the person becomes its owner.",
        Audience::signed_in, ErrorCode::forbidden, ErrorCode::not_found,
        ErrorCode::conflict};
};
PLEIN_DESCRIBE(CreateGroup, client_id, form, departments, owners);

/// Tabs keep their default mark when the kind changes.
struct EditGroup {
    GroupId group;
    std::int32_t version = 1;
    GroupForm form;

    using Response = Group;
    static constexpr Endpoint endpoint{Method::put,
                                       "/api/groups/{group}",
                                       "Changes a group's charter and looks (owners).",
                                       Audience::signed_in,
                                       ErrorCode::not_found,
                                       ErrorCode::forbidden,
                                       ErrorCode::stale_version,
                                       ErrorCode::conflict};
};
PLEIN_DESCRIBE(EditGroup, group, version, form);

/// Closes the group for everyone, at once and on open connections too: nobody but its owners knows of it any more.
struct ArchiveGroup {
    GroupId group;

    using Response = NoContent;
    static constexpr Endpoint endpoint{Method::put,
                                       "/api/groups/{group}/archived",
                                       "Archives a group: it is gone for everyone (owners).",
                                       Audience::signed_in,
                                       ErrorCode::not_found,
                                       ErrorCode::forbidden};
};
PLEIN_DESCRIBE(ArchiveGroup, group);

/// Brings an archived group back as it was, with its members and posts.
struct RestoreGroup {
    GroupId group;

    using Response = NoContent;
    static constexpr Endpoint endpoint{Method::delete_, "/api/groups/{group}/archived",
                                       "Restores an archived group (its owners).", Audience::signed_in,
                                       ErrorCode::not_found};
};
PLEIN_DESCRIBE(RestoreGroup, group);

struct ArchivedGroup {
    Group group;
    Timestamp archived_at;
};
PLEIN_DESCRIBE(ArchivedGroup, group, archived_at);

struct ArchivedGroupList {
    std::vector<ArchivedGroup> items;
    std::vector<StreamCursor> cursors;
};
PLEIN_DESCRIBE(ArchivedGroupList, items, cursors);

struct ListArchivedGroups {
    using Response = ArchivedGroupList;
    static constexpr Endpoint endpoint{Method::get, "/api/archived-groups",
                                       "The archived groups that the person owns, by name.",
                                       Audience::signed_in};
};
PLEIN_DESCRIBE_EMPTY(ListArchivedGroups);

}  // namespace plein
