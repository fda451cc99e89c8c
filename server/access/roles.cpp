#include "server/access/roles.hpp"

#include <array>
#include <cstddef>

namespace plein::access {

namespace {

template <DescribedEnum E>
constexpr std::size_t count_of = boost::mp11::mp_size<boost::describe::describe_enumerators<E>>::value;

struct Row {
    Right right;
    std::array<bool, count_of<Role>> roles;  // in the order of `Role`
};

// clang-format off
constexpr std::array<Row, count_of<Right>> table{{
    //                          employee moderator editor administrator guest
    {Right::browse_people,      {true,   true,     true,  true,         false}},
    {Right::browse_groups,      {true,   true,     true,  true,         false}},
    {Right::create_groups,      {true,   true,     true,  true,         false}},
    {Right::manage_people,      {false,  false,    false, true,         false}},
    {Right::manage_departments, {false,  false,    false, true,         false}},
    {Right::break_glass,        {false,  false,    false, true,         false}},
}};
// clang-format on

constexpr bool is_in_order() {
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (static_cast<std::size_t>(table[i].right) != i) return false;
    }
    return true;
}
static_assert(is_in_order(), "one row for each Right, in its order");

}  // namespace

bool has(Role role, Right right) {
    return table[static_cast<std::size_t>(right)].roles[static_cast<std::size_t>(role)];
}

std::vector<Right> rights_of(Role role) {
    std::vector<Right> rights;
    for (const Row& row : table) {
        if (has(role, row.right)) rights.push_back(row.right);
    }
    return rights;
}

}  // namespace plein::access
