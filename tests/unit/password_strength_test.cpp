#include "protocol/errors.hpp"
#include "server/features/passwords.hpp"

#include <gtest/gtest.h>

namespace plein::features {
namespace {

bool is_weak(const std::string& password, const std::string& login = "kim@example.org") {
    try {
        check_password_strength(password, {login});
        return false;
    } catch (const Refusal& refusal) {
        EXPECT_EQ(refusal.code, ErrorCode::weak_password);
        return true;
    }
}

TEST(PasswordStrength, CommonOnesAreWeakInAnyCase) {
    for (const char* common : {"password", "Password1", "12345678", "Welkom123", "QWERTYUIOP", "wachtwoord"})
        EXPECT_TRUE(is_weak(common)) << common;
}

TEST(PasswordStrength, OneCharacterRepeatedIsWeak) {
    EXPECT_TRUE(is_weak("aaaaaaaaaaaaaaaa"));
    EXPECT_TRUE(is_weak("                "));
}

TEST(PasswordStrength, TheLoginItselfIsWeak) {
    EXPECT_TRUE(is_weak("Kim@Example.org"));
    EXPECT_TRUE(is_weak("40217335", "40217335"));
}

TEST(PasswordStrength, EachLoginIsWeak) {
    const auto check = [] { check_password_strength("40217335", {"kim@example.org", "40217335"}); };
    EXPECT_THROW(check(), Refusal);
}

TEST(PasswordStrength, NoCompositionIsAsked) {
    EXPECT_FALSE(is_weak("kleine blauwe fiets"));
    EXPECT_FALSE(is_weak("gvhqzxlw"));
    EXPECT_FALSE(is_weak("ééééñññ ключ"));
}

}  // namespace
}  // namespace plein::features
