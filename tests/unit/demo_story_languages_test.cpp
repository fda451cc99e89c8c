#include "server/demo/story.hpp"

#include <gmock/gmock.h>

#include <stdexcept>

namespace plein::demo {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

const std::string head = "=== Mon 09:00 | chidi | A / B\nThe lift works.\n";

std::vector<StoryPost> posts_of(const std::string& text) { return parse_posts("posts-05.md", 5, text); }

TEST(DemoStoryLanguages, APostSaysTheSameInTheOtherLanguage) {
    const auto posts =
        posts_of(head + "%%% nl\nDe lift\n\ndoet het.\n+++ like: ans\n" + "--- Mon 10:00 | ans\nMooi.\n");
    ASSERT_EQ(posts.size(), 1u);
    EXPECT_EQ(posts[0].body, "The lift works.");
    ASSERT_TRUE(posts[0].translation);
    EXPECT_EQ(posts[0].translation->language, Language::nl);
    EXPECT_EQ(posts[0].translation->body, "De lift\n\ndoet het.");
    EXPECT_EQ(posts[0].reactions.size(), 1u);
    EXPECT_EQ(posts[0].comments.at(0).body, "Mooi.");
}

TEST(DemoStoryLanguages, WhatTranslatesNothingIsRefusedWithItsLine) {
    const auto refuses = [](const std::string& text, const char* complaint) {
        EXPECT_THAT([&] { (void)posts_of(text); }, ThrowsMessage<std::runtime_error>(HasSubstr(complaint)));
    };
    refuses(head + "%%% de\nJa.\n", "posts-05.md:3 is no language");
    refuses(head + "%%% nl\nJa.\n%%% nl\nJa.\n", "posts-05.md:5 translates nothing");
    refuses(head + "--- Mon 10:00 | ans\nOh.\n%%% nl\nJa.\n", "translates nothing");
    refuses("=== Mon 09:00 | ans | A / B | edit\nOh.\n%%% nl\nJa.\n", "translates nothing");
    refuses("%%% nl\nJa.\n", "translates nothing");
}

TEST(DemoStoryLanguages, TheStorySaysSomePostsInBoth) {
    int in_both = 0;
    for (const StoryPost& post : read_story().posts) {
        if (!post.translation) continue;
        ++in_both;
        EXPECT_FALSE(post.translation->body.empty());
    }
    EXPECT_GE(in_both, 2);
}

}  // namespace
}  // namespace plein::demo
