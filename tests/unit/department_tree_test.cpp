// Where a department may hang: never below itself, never below what is archived, never too deep.
#include "server/features/department_tree.hpp"

#include "protocol/errors.hpp"

#include <gtest/gtest.h>

namespace plein::features {
namespace {

constexpr DepartmentId top{1};
constexpr DepartmentId middle{2};
constexpr DepartmentId bottom{3};
constexpr DepartmentId beside{4};
constexpr DepartmentId closed{5};

Department department(DepartmentId id, std::optional<DepartmentId> parent = {}) {
    Department made;
    made.id = id;
    made.parent = parent;
    return made;
}

DepartmentTree tree() {
    Department archived = department(closed);
    archived.archived = true;
    return DepartmentTree{
        {department(top), department(middle, top), department(bottom, middle), department(beside), archived}};
}

std::optional<ErrorCode> refusal(const DepartmentTree& tree, std::optional<DepartmentId> department,
                                 std::optional<DepartmentId> parent) {
    try {
        tree.check_parent(department, parent);
        return std::nullopt;
    } catch (const Refusal& refusal) {
        EXPECT_EQ(refusal.field, "parent");
        return refusal.code;
    }
}

TEST(DepartmentTree, ADepartmentHangsBelowAnyOtherOpenOne) {
    EXPECT_EQ(refusal(tree(), beside, bottom), std::nullopt);
    EXPECT_EQ(refusal(tree(), top, beside), std::nullopt);
    EXPECT_EQ(refusal(tree(), bottom, std::nullopt), std::nullopt);
    EXPECT_EQ(refusal(tree(), std::nullopt, top), std::nullopt);
}

TEST(DepartmentTree, NoneHangsBelowItself) {
    EXPECT_EQ(refusal(tree(), top, top), ErrorCode::conflict);
    EXPECT_EQ(refusal(tree(), top, middle), ErrorCode::conflict);
    EXPECT_EQ(refusal(tree(), top, bottom), ErrorCode::conflict);
}

TEST(DepartmentTree, NothingHangsBelowAnArchivedOrUnknownOne) {
    EXPECT_EQ(refusal(tree(), beside, closed), ErrorCode::conflict);
    EXPECT_EQ(refusal(tree(), beside, DepartmentId{99}), ErrorCode::not_found);
}

TEST(DepartmentTree, HasADepthThatCountsWhatMovesAlong) {
    std::vector<Department> chain;
    for (std::int64_t i = 1; i <= static_cast<std::int64_t>(limits::department_depth); ++i)
        chain.push_back(department({i}, i > 1 ? std::optional{DepartmentId{i - 1}} : std::nullopt));
    chain.push_back(department({101}));
    chain.push_back(department({102}, DepartmentId{101}));
    const DepartmentTree deep{chain};
    const std::int64_t lowest = limits::department_depth;
    EXPECT_EQ(refusal(deep, std::nullopt, DepartmentId{lowest}), ErrorCode::conflict);
    EXPECT_EQ(refusal(deep, std::nullopt, DepartmentId{lowest - 1}), std::nullopt);
    EXPECT_EQ(refusal(deep, DepartmentId{101}, DepartmentId{lowest - 1}), ErrorCode::conflict);
    EXPECT_EQ(refusal(deep, DepartmentId{101}, DepartmentId{lowest - 2}), std::nullopt);
}

}  // namespace
}  // namespace plein::features
