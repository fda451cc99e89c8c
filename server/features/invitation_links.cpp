#include "server/features/invitation_links.hpp"

#include "server/features/admission.hpp"
#include "server/features/tokens.hpp"
#include "storage/creations.hpp"
#include "storage/invitation_links.hpp"
#include "storage/joining.hpp"
#include "storage/members.hpp"
#include "storage/people.hpp"

namespace plein::features {

namespace {

using storage::GroupAccess;
using storage::LinkAccess;

constexpr std::int32_t most_days = 30;
constexpr std::int32_t most_uses = 500;

void check_within(std::int32_t value, std::int32_t most, const char* field) {
    if (value < 1 || value > most)
        throw Refusal{ErrorCode::invalid_request, field, "1 to " + std::to_string(most)};
}

}  // namespace

void add_link_routes(net::Router& routes, Edge& edge) {
    routes.bind<ListLinks>(read(edge, list_links));
    routes.bind<CreateLink>(commit(edge, create_link, queue_by_group));
    routes.bind<RevokeLink>(commit(edge, revoke_link, queue_by_group));
    routes.bind<LookAtLink>(read(edge, look_at_link));
    routes.bind<FollowLink>(commit(edge, follow_link));
}

LinkList list_links(Snapshot& snapshot, const Viewer& viewer, const ListLinks& request) {
    const GroupAccess group = access::to_group(snapshot, viewer, request.group);
    access::check_owner(group);
    LinkList list{.items = storage::select_links(snapshot, group), .people = {}};
    std::vector<PersonId> makers;
    for (const InvitationLink& link : list.items)
        makers.push_back(link.maker);
    list.people = storage::select_people(snapshot, makers);
    return list;
}

NewLink create_link(Transaction& tx, const Viewer& viewer, const CreateLink& request) {
    const GroupAccess group = to_owned(tx, viewer, request.group);
    check_within(request.days, most_days, "$.days");
    check_within(request.uses, most_uses, "$.uses");
    const std::string token = make_token();
    const std::string hash = access::hash_token(token);
    if (const auto made =
            storage::insert_creation(tx, viewer, request.client_id, storage::content_of(request))) {
        auto link = storage::update_link_token(tx, group, LinkId{*made}, hash);
        if (!link) throw Refusal{ErrorCode::conflict, "client_id"};
        return {*link, token};
    }
    if (storage::select_open_link_count(tx, group) >= std::int64_t{limits::open_links})
        throw Refusal{ErrorCode::full, "group"};
    InvitationLink link = storage::insert_link(tx, group, viewer, hash, request.days, request.uses);
    storage::update_creation(tx, viewer, request.client_id, link.id.value);
    return {link, token};
}

NoContent revoke_link(Transaction& tx, const Viewer& viewer, const RevokeLink& request) {
    storage::delete_link(tx, to_owned(tx, viewer, request.group), request.link);
    return {};
}

LinkView look_at_link(Snapshot& snapshot, const Viewer& viewer, const LookAtLink& request) {
    const LinkAccess link =
        access::to_door_of_link(snapshot, viewer, access::hash_token(request.token.value));
    return {storage::select_sign(snapshot, link), storage::select_purpose(snapshot, link), link.standing(),
            link.admits_as().value_or(GroupRole::member)};
}

LinkFollowed follow_link(Transaction& tx, const Viewer& viewer, const FollowLink& request) {
    const std::string hash = access::hash_token(request.token.value);
    // Only the link says which group's turn to take; it is looked at again when the turn has come.
    storage::lock_members(tx, access::to_door_of_link(tx, viewer, hash).group());
    const LinkAccess link = access::to_door_of_link(tx, viewer, hash);
    if (link.standing() == GroupStanding::member) return {link.group()};
    if (!storage::update_link_used(tx, link, hash)) throw Refusal{ErrorCode::not_found, "link"};
    come_in(tx, viewer, link);
    return {link.group()};
}

}  // namespace plein::features
