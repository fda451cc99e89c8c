#include "storage/named_sql.hpp"

#include <stdexcept>
#include <string>

namespace plein::storage {
namespace {

/// Filled while the program's constants are made, in no certain order between files.
std::vector<const NamedSql*>& registry() {
    static std::vector<const NamedSql*> all;
    return all;
}

}  // namespace

NamedSql::NamedSql(const char* name, const char* text) : name(name), text(text) {
    for (const NamedSql* other : registry()) {
        if (std::string_view{other->name} == name)
            throw std::logic_error{"two queries are named " + std::string{name}};
    }
    registry().push_back(this);
}

const std::vector<const NamedSql*>& NamedSql::all() { return registry(); }

}  // namespace plein::storage
