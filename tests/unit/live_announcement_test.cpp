#include "server/live/announcement.hpp"

#include <gtest/gtest.h>

namespace plein::live {
namespace {

TEST(Announcement, ComesBackAsItWent) {
    const LiveEvent event{"user:5", 17, PersonId{3}, SessionId{9},
                          R"({"type":"session.ended","data":{"a":"b c"}})"};
    const auto read = read_announcement(write_announcement(event));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->stream, event.stream);
    EXPECT_EQ(read->seq, event.seq);
    EXPECT_EQ(read->revokes, event.revokes);
    EXPECT_EQ(read->ends, event.ends);
    EXPECT_EQ(read->line, event.line);
}

TEST(Announcement, LeavesOutWhatTheEventDoesNotHave) {
    const LiveEvent event{"tab:31", 1, std::nullopt, std::nullopt, "{}"};
    EXPECT_EQ(write_announcement(event), "tab:31 1 - - {}");
    const auto read = read_announcement("tab:31 1 - - {}");
    ASSERT_TRUE(read);
    EXPECT_FALSE(read->revokes);
    EXPECT_FALSE(read->ends);
}

TEST(Announcement, RevokesEveryone) {
    const LiveEvent event{"tab:31", 4, everyone, std::nullopt, "{}"};
    EXPECT_EQ(write_announcement(event), "tab:31 4 0 - {}");
    const auto read = read_announcement("tab:31 4 0 - {}");
    ASSERT_TRUE(read);
    EXPECT_TRUE(read->revokes_access_of(PersonId{7}));
}

TEST(Announcement, IsIgnoredWhenItIsAnythingElse) {
    for (const char* text : {"",
                             " ",
                             "tab:1",
                             "tab:1 1 - -",
                             "tab:1 1 - - ",
                             "tab:1 0 - - {}",
                             "tab:1 -1 - - {}",
                             "tab:1 01 - - {}",
                             "tab:1 +1 - - {}",
                             "tab:1 1x - - {}",
                             "tab:1 9007199254740992 - - {}",
                             "tab:1 99999999999999999999 - - {}",
                             " 1 - - {}",
                             "tab:1  1 - - {}",
                             "tab:1 1 x - {}",
                             "tab:1 1 00 - {}",
                             "tab:1 1 - 0 {}",
                             "tab:1 1 -  {}",
                             "tab:1 1 - - {}\n{}",
                             "tab:1 1 - - []"}) {
        EXPECT_FALSE(read_announcement(text)) << text;
    }
}

}  // namespace
}  // namespace plein::live
