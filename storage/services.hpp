/// Services and end-to-end processes. What was removed is kept, and no longer listed.
#pragma once

#include "protocol/services.hpp"
#include "storage/transaction.hpp"

#include <optional>
#include <vector>

namespace plein::storage {

/// By name.
std::vector<Service> select_services(Reader& reader);
std::optional<Service> select_service(Reader& reader, ServiceId service);

Service insert_service(Transaction& tx, const CreateService& request);

/// Nothing when it is in another version by now.
std::optional<Service> update_service(Transaction& tx, const EditService& request);
void update_removed(Transaction& tx, ServiceId service);

}  // namespace plein::storage
