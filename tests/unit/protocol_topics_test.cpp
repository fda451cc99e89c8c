// Topics: which words with "#" are some, and that they say nothing that was not written.
#include "protocol/json_writer.hpp"
#include "protocol/limits.hpp"
#include "protocol/markdown.hpp"
#include "protocol/topic_words.hpp"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <set>

namespace plein {
namespace {

void collect(const MarkdownTree& nodes, std::vector<MarkdownNode>& topics) {
    for (const MarkdownNode& node : nodes) {
        if (node.type == NodeType::topic) topics.push_back(node);
        if (node.children) collect(*node.children, topics);
    }
}

std::vector<MarkdownNode> topics_in(const std::string& source) {
    std::vector<MarkdownNode> topics;
    collect(parse_markdown(source), topics);
    return topics;
}

/// As they were written, one behind the other.
std::string written(const std::string& source) {
    std::string words;
    for (const MarkdownNode& each : topics_in(source))
        words += (words.empty() ? "" : " ") + each.text.value();
    return words;
}

std::string keys(const std::string& source) {
    std::string words;
    for (const MarkdownNode& each : topics_in(source))
        words += (words.empty() ? "" : " ") + each.topic.value();
    return words;
}

std::string texts(const MarkdownTree& nodes) {
    std::string all;
    for (const MarkdownNode& node : nodes)
        all += node.text.value_or("") + texts(node.children.value_or(MarkdownTree{}));
    return all;
}

std::string repeated(std::string_view piece, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i)
        text += piece;
    return text;
}

TEST(TopicWords, StandBesideTheTextAroundThem) {
    EXPECT_EQ(
        to_json(parse_markdown("Over #Kantine, en meer")),
        R"([{"type":"paragraph","children":[{"type":"text","text":"Over "},)"
        R"({"type":"topic","text":"#Kantine","topic":"kantine"},{"type":"text","text":", en meer"}]}])");
    EXPECT_EQ(written("#kantine"), "#kantine");
    EXPECT_EQ(written("#a #b\n(#c) \"#d\" e,#f;#g"), "#a #b #c #d #f #g");
}

TEST(TopicWords, AreMadeOfLettersDigitsDashesAndLines) {
    EXPECT_EQ(written("#lift-2_oost!"), "#lift-2_oost");
    EXPECT_EQ(written("#2026-plan #3d"), "#2026-plan #3d");
    EXPECT_EQ(written("#Ångström #школа #日本 #عربي #हिन्दी"), "#Ångström #школа #日本 #عربي #हिन्दी");
    EXPECT_EQ(written("#a.b #c:d #e/f #g'h #i€"), "#a #c #e #g #i");
    EXPECT_EQ(written("#cafe\u0301s"), "#cafe\u0301s") << "an accent that is a point of its own";
}

TEST(TopicWords, AreNotNumbersNorPartsOfOtherWords) {
    for (const char* text : {"#1234",
                             "#12-3_4",
                             "C#",
                             "# los",
                             "#",
                             "##x",
                             "###x",
                             "a#b",
                             "é#b",
                             "9#b",
                             "_#b",
                             "&#b",
                             "/#b",
                             "#-a",
                             "#_a",
                             "#!",
                             "x/#/y",
                             "e\u0301#b",
                             "\u0301#\u0301a",
                             "#٣٤"})
        EXPECT_EQ(written(text), "") << text;
}

TEST(TopicWords, LeaveOutDashesAndLinesAtTheirEnd) {
    EXPECT_EQ(written("#a- #b_ #c-_- #d--e_"), "#a #b #c #d--e");
    EXPECT_EQ(texts(parse_markdown("#a-- b")), "#a-- b");
}

TEST(TopicWords, StandInTextOnly) {
    EXPECT_EQ(written("`#a`"), "");
    EXPECT_EQ(written("```\n#a\n```"), "");
    EXPECT_EQ(written("[#a](https://plein.nl)"), "");
    EXPECT_EQ(written("[**#a**](https://plein.nl)"), "");
    EXPECT_EQ(written("https://plein.nl/x#a www.plein.nl/#b"), "");
    EXPECT_EQ(written("[@Jan #a](person:7)"), "");
    EXPECT_EQ(written("**#a** _x #b_ ~~#c~~\n\n- #d\n\n> #e\n\n|#f|\n|-|\n|x #g|"), "#a #b #c #d #e #f #g");
    EXPECT_EQ(written("# Kop met #a"), "#a");
    EXPECT_EQ(parse_markdown("# Titel").front().type, NodeType::heading);
}

TEST(TopicWords, AreNoneWhereTheirSignWasTakenAway) {
    EXPECT_EQ(written("\\#a"), "");
    EXPECT_EQ(written("&#35;a &num;b"), "");
    EXPECT_EQ(written("#a&eacute;"), "") << "something else is written there";
}

TEST(TopicWords, AreTheSameHoweverTheyAreWritten) {
    EXPECT_EQ(keys("#Kantine #KANTINE #kantine"), "kantine kantine kantine");
    EXPECT_EQ(keys("#CAFE\u0301 #café"), "café café");
    EXPECT_EQ(keys("#ШКОЛА"), "школа");
    EXPECT_EQ(topic_key("İ"), "i\u0307") << "of no language in particular";
    EXPECT_EQ(topic_key("STRASSE"), "strasse");
    EXPECT_EQ(topic_key("Straße"), "straße");
    EXPECT_NE(topic_key("cafe"), topic_key("café"));
}

TEST(TopicWords, AreOfBoundedLength) {
    const std::string longest = repeated("é", limits::topic);
    EXPECT_EQ(written("#" + longest), "#" + longest);
    EXPECT_EQ(written("#" + longest + "--"), "#" + longest);
    EXPECT_EQ(written("#" + longest + "x #y"), "#y");
    EXPECT_EQ(written("#" + repeated("İ", limits::topic)), "") << "twice as many small letters";
    EXPECT_EQ(texts(parse_markdown("#" + longest + "x")), "#" + longest + "x");
}

TEST(TopicWords, AreOfBoundedNumber) {
    std::string text;
    for (std::size_t i = 0; i <= limits::topics; ++i)
        text += "#t" + std::to_string(i) + " ";
    EXPECT_EQ(topics_in(text).size(), limits::topics);
    EXPECT_EQ(topics_in(text + "#T0 #t1").size(), limits::topics + 2) << "the same again is no other";
    EXPECT_EQ(texts(parse_markdown(text + "x")), text + "x");
}

/// Whatever stands around them: each was written, each is itself when it is written again, and no text is lost.
TEST(TopicWords, SayNothingThatWasNotWritten) {
    constexpr std::array<std::string_view, 26> pieces{"#",
                                                      "a",
                                                      "B",
                                                      "é",
                                                      "e\u0301",
                                                      "İ",
                                                      "ß",
                                                      "7",
                                                      "-",
                                                      "_",
                                                      "*",
                                                      "`",
                                                      " ",
                                                      "&",
                                                      "&#35;",
                                                      "\\",
                                                      "\n",
                                                      "[",
                                                      "](https://x)",
                                                      "](person:1)",
                                                      "|",
                                                      "> ",
                                                      "~~",
                                                      "<b>",
                                                      "#Werk",
                                                      "日"};
    std::mt19937 random{42};
    std::size_t met = 0;
    for (int i = 0; i < 20'000; ++i) {
        std::string source;
        for (std::size_t length = 1 + random() % 24; length > 0; --length)
            source += pieces[random() % pieces.size()];
        std::set<std::string> different;
        for (const MarkdownNode& topic : topics_in(source)) {
            ++met;
            const std::string& text = topic.text.value();
            ASSERT_NE(source.find(text), std::string::npos) << source;
            ASSERT_EQ(topic.topic, topic_key(text.substr(1))) << source;
            ASSERT_EQ(written(text), text) << source;
            different.insert(*topic.topic);
        }
        ASSERT_LE(different.size(), limits::topics) << source;
    }
    EXPECT_GT(met, 1000u);
}

}  // namespace
}  // namespace plein
