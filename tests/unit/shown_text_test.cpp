#include "server/features/shown_text.hpp"
#include "protocol/errors.hpp"

#include <gtest/gtest.h>

namespace plein::features {
namespace {

TEST(OneLine, HasNoSpaceAroundItAndOneBetweenWords) {
    EXPECT_EQ(one_line("  SSC &\t\nVerkoop\u00A0 ", "$"), "SSC & Verkoop");
    EXPECT_EQ(one_line("Café 北京 🚲", "$"), "Café 北京 🚲");
}

TEST(OneLine, RefusesWhatNobodySees) {
    for (const char* text : {"", " ", "\u3000\n", "SSC\u200B", "\u202EpookreV", "a\u00ADb", "\u2066x",
                             "x\uFE0F", "\U000E0041", "\u3164"}) {
        try {
            one_line(text, "$.form.name");
            ADD_FAILURE() << text;
        } catch (const Refusal& refusal) {
            EXPECT_EQ(refusal.code, ErrorCode::invalid_request);
            EXPECT_EQ(refusal.field, "$.form.name");
        }
    }
}

TEST(Excerpt, IsOneLineOfSoManyLetters) {
    EXPECT_EQ(excerpt("  een\n twee ", 8), "een twee");
    EXPECT_EQ(excerpt("een twee drie", 8), "een twee…");
    EXPECT_EQ(excerpt("een twee", 4), "een…");
    EXPECT_EQ(excerpt("één 北京", 5), "één 北…");
    EXPECT_EQ(excerpt(" \n", 5), "");
}

TEST(Trimmed, KeepsLines) {
    EXPECT_EQ(trimmed("\n Why\n\nso  much\u2003\n"), "Why\n\nso  much");
    EXPECT_EQ(trimmed(" \u00A0"), "");
}

}  // namespace
}  // namespace plein::features
