/// Groups and their tabs.
#pragma once

#include "protocol/groups.hpp"
#include "storage/proofs.hpp"
#include "storage/transaction.hpp"

#include <optional>
#include <string>
#include <vector>

namespace plein::storage {

Group select_group(Reader& reader, const GroupAccess& access);

struct NewGroup {
    std::string name;
    std::string purpose;
    GroupVisibility visibility = GroupVisibility::closed;
};
struct NewTab {
    std::string name;
    std::optional<DepartmentId> department;
    TabAudience audience = TabAudience::members;
    PostingRule posting = PostingRule::everyone;
    Mark default_mark = Mark::work;
    std::int32_t position = 0;
};
GroupId insert_group(Transaction& tx, const SystemAccess& system, const NewGroup& group);
TabId insert_tab(Transaction& tx, const SystemAccess& system, GroupId group, const NewTab& tab);

}  // namespace plein::storage
