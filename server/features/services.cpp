#include "server/features/services.hpp"

#include "server/features/shown_text.hpp"
#include "storage/creations.hpp"
#include "storage/departments.hpp"
#include "storage/people.hpp"
#include "storage/services.hpp"

namespace plein::features {

namespace {

Service find(Transaction& tx, ServiceId id) {
    auto service = storage::select_service(tx, id);
    if (!service) throw Refusal{ErrorCode::not_found, "service"};
    return std::move(*service);
}

/// Errors: not_found, forbidden, conflict (archived).
void check_place(Transaction& tx, const Viewer& viewer, DepartmentId id) {
    const auto department = storage::select_department(tx, id);
    if (!department) throw Refusal{ErrorCode::not_found, "department"};
    (void)access::to_manage(tx, viewer, id);
    if (department->archived) throw Refusal{ErrorCode::conflict, "department"};
}

void check_owner(Transaction& tx, PersonId owner) {
    if (storage::select_side_of(tx, owner) != Side::ssc) throw Refusal{ErrorCode::conflict, "owner"};
}

Service told(Transaction& tx, Service service) {
    tx.tell(organisation_stream, ServiceChanged{service});
    return service;
}

}  // namespace

void add_service_routes(net::Router& routes, Edge& edge) {
    routes.bind<ListServices>(read(edge, list_services));
    routes.bind<CreateService>(commit(edge, create_service, queue_by_organisation));
    routes.bind<EditService>(commit(edge, edit_service, queue_by_organisation));
    routes.bind<RemoveService>(commit(edge, remove_service, queue_by_organisation));
}

ServiceList list_services(Snapshot& snapshot, const Viewer& viewer, const ListServices&) {
    access::check(viewer, Right::browse_people);
    snapshot.touch(organisation_stream);
    return {storage::select_services(snapshot), snapshot.cursors()};
}

Service create_service(Transaction& tx, const Viewer& viewer, const CreateService& request) {
    access::check(viewer, Right::browse_people);
    storage::lock_organisation(tx);
    check_place(tx, viewer, request.department);
    const auto earlier =
        storage::insert_creation(tx, viewer, request.client_id, storage::content_of(request));
    if (earlier) return find(tx, ServiceId{*earlier});
    if (storage::select_services(tx).size() >= limits::services) throw Refusal{ErrorCode::full, "service"};
    check_owner(tx, request.owner);
    Service made = storage::insert_service(tx, with_shown_name(request));
    storage::update_creation(tx, viewer, request.client_id, made.id.value);
    return told(tx, std::move(made));
}

Service edit_service(Transaction& tx, const Viewer& viewer, const EditService& request) {
    access::check(viewer, Right::browse_people);
    storage::lock_organisation(tx);
    const Service before = find(tx, request.service);
    (void)access::to_manage(tx, viewer, before.department);
    check_place(tx, viewer, request.department);
    if (request.owner != before.owner) check_owner(tx, request.owner);
    auto after = storage::update_service(tx, with_shown_name(request));
    if (!after) throw Refusal{ErrorCode::stale_version, "version"};
    return told(tx, std::move(*after));
}

NoContent remove_service(Transaction& tx, const Viewer& viewer, const RemoveService& request) {
    access::check(viewer, Right::browse_people);
    storage::lock_organisation(tx);
    (void)access::to_manage(tx, viewer, find(tx, request.service).department);
    storage::update_removed(tx, request.service);
    tx.tell(organisation_stream, ServiceRemoved{request.service});
    return {};
}

}  // namespace plein::features
