#include "storage/services.hpp"

namespace plein::storage {

namespace {

const NamedSql select_services_sql{"select_services", R"sql(
    SELECT id, version, kind, name, department_id, owner_id, description
      FROM services
     WHERE NOT removed
     ORDER BY name, id)sql"};

const NamedSql select_service_sql{"select_service", R"sql(
    SELECT id, version, kind, name, department_id, owner_id, description
      FROM services
     WHERE id = $1 AND NOT removed)sql"};

const NamedSql insert_service_sql{"insert_service", R"sql(
    INSERT INTO services (kind, name, department_id, owner_id, description)
    VALUES ($1, $2, $3, $4, $5)
 RETURNING id, version, kind, name, department_id, owner_id, description)sql"};

const NamedSql update_service_sql{"update_service", R"sql(
    UPDATE services
       SET version = version + 1, kind = $3, name = $4, department_id = $5, owner_id = $6, description = $7
     WHERE id = $1 AND version = $2 AND NOT removed
 RETURNING id, version, kind, name, department_id, owner_id, description)sql"};

const NamedSql update_removed_sql{"update_removed", R"sql(
    UPDATE services SET removed = true, version = version + 1 WHERE id = $1)sql"};

std::optional<Service> first_of(const pqxx::result& rows) {
    if (rows.empty()) return std::nullopt;
    return row_as<Service>(rows[0]);
}

}  // namespace

std::vector<Service> select_services(Reader& reader) {
    return rows_as<Service>(reader.query(select_services_sql));
}

std::optional<Service> select_service(Reader& reader, ServiceId service) {
    return first_of(reader.query(select_service_sql, service));
}

Service insert_service(Transaction& tx, const CreateService& request) {
    return row_as<Service>(tx.query(insert_service_sql, request.kind, request.name, request.department,
                                    request.owner, request.description)[0]);
}

std::optional<Service> update_service(Transaction& tx, const EditService& request) {
    return first_of(tx.query(update_service_sql, request.service, request.version, request.kind, request.name,
                             request.department, request.owner, request.description));
}

void update_removed(Transaction& tx, ServiceId service) { tx.query(update_removed_sql, service); }

}  // namespace plein::storage
