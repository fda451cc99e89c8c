// Markdown: what people write becomes the block tree, and nothing that they write does harm.
#include "protocol/json_reader.hpp"
#include "protocol/json_writer.hpp"
#include "protocol/limits.hpp"
#include "protocol/markdown.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <thread>

namespace plein {
namespace {

/// The tree in short: `p[text strong[text]]`, texts in quotes.
std::string brief(const MarkdownTree& nodes) {
    std::string out;
    for (const MarkdownNode& node : nodes) {
        if (!out.empty()) out += ' ';
        out += node.type == NodeType::text ? std::string{} : std::string{name_of(node.type)};
        if (node.level) out += std::to_string(*node.level);
        if (node.start) out += "#" + std::to_string(*node.start);
        if (node.checked) out += *node.checked ? "(x)" : "( )";
        if (node.header && *node.header) out += "(header)";
        if (node.language) out += ":" + *node.language;
        if (node.url) out += "<" + *node.url + ">";
        if (node.person) out += "<p" + std::to_string(node.person->value) + ">";
        if (node.department) out += "<d" + std::to_string(node.department->value) + ">";
        if (node.text) out += "'" + *node.text + "'";
        if (node.children) out += "[" + brief(*node.children) + "]";
    }
    return out;
}

std::string brief(const std::string& source) { return brief(parse_markdown(source)); }

std::size_t depth_of(const MarkdownTree& nodes) {
    std::size_t deepest = 0;
    for (const MarkdownNode& node : nodes)
        deepest = std::max(deepest, depth_of(node.children.value_or(MarkdownTree{})));
    return nodes.empty() ? 0 : deepest + 1;
}

std::string repeated(std::string_view piece, std::size_t bytes = limits::post_body) {
    std::string text;
    while (text.size() + piece.size() <= bytes)
        text += piece;
    return text;
}

TEST(Markdown, OfNothingIsNothing) { EXPECT_EQ(brief(""), ""); }

TEST(Markdown, KnowsInlineMarks) {
    EXPECT_EQ(brief("a **b _c_** ~~d~~ `e`"),
              "paragraph['a ' strong['b ' emphasis['c']] ' ' strike['d'] ' ' code'e']");
}

TEST(Markdown, KeepsTheLinesThatPeopleType) {
    EXPECT_EQ(brief("a\nb  \nc"), "paragraph['a' line_break 'b' line_break 'c']");
}

TEST(Markdown, KnowsBlocks) {
    EXPECT_EQ(brief("# Kop\n\n> q\n\n***\n\n```cpp x\nint a;\n\n```"),
              "heading1['Kop'] quote[paragraph['q']] rule code_block:cpp'int a;\n'");
}

TEST(Markdown, KnowsLists) {
    EXPECT_EQ(brief("- a\n- b"), "list[item[paragraph['a']] item[paragraph['b']]]");
    EXPECT_EQ(brief("3. a"), "list#3[item[paragraph['a']]]");
    EXPECT_EQ(brief("- [x] a\n- [ ] b"), "list[item(x)[paragraph['a']] item( )[paragraph['b']]]");
}

TEST(Markdown, KnowsTables) {
    EXPECT_EQ(brief("|a|b|\n|-|-|\n|1|**2**|"),
              "table[table_row(header)[table_cell['a'] table_cell['b']] "
              "table_row[table_cell['1'] table_cell[strong['2']]]]");
}

TEST(Markdown, KnowsLinks) {
    EXPECT_EQ(brief("[a](https://plein.nl/x?y=1)"), "paragraph[link<https://plein.nl/x?y=1>['a']]");
    EXPECT_EQ(brief("www.plein.nl"), "paragraph[link<http://www.plein.nl>['www.plein.nl']]");
    EXPECT_EQ(brief("jan@plein.nl"), "paragraph[link<mailto:jan@plein.nl>['jan@plein.nl']]");
    EXPECT_EQ(brief("[a](HTTPS://plein.nl)"), "paragraph[link<HTTPS://plein.nl>['a']]");
}

TEST(Markdown, MakesTextOfLinksWithOtherSchemes) {
    for (const char* url :
         {"javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "file:///x", "//x",
          "/x", "#x", "", "&#x6A;avascript:alert(1)", "<java\tscript:x>", "http:", "https:x", "ftp://x"}) {
        EXPECT_EQ(brief("[a](" + std::string{url} + ")").find("link"), std::string::npos) << url;
    }
    EXPECT_EQ(brief("<javascript:alert(1)>"), "paragraph['javascript:alert(1)']");
}

TEST(Markdown, MakesLinksOfImages) {
    EXPECT_EQ(brief("![a](https://x.nl/a.png)"), "paragraph[link<https://x.nl/a.png>['a']]");
    EXPECT_EQ(brief("![](https://x.nl/a.png)"), "paragraph[link<https://x.nl/a.png>['https://x.nl/a.png']]");
    EXPECT_EQ(brief("[![a](https://x.nl/a.png)](https://y.nl)"), "paragraph[link<https://y.nl>['a']]");
}

TEST(Markdown, MakesTextOfHtml) {
    EXPECT_EQ(brief("a <b onclick=x>c</b>"), "paragraph['a <b onclick=x>c</b>']");
    EXPECT_EQ(brief("<script>\nx</script>"), "paragraph['<script>' line_break 'x</script>']");
}

TEST(Markdown, FindsWhoIsMentioned) {
    EXPECT_EQ(brief("Vraag [@Fatma Yıldız](person:12) of [@HR](department:3)."),
              "paragraph['Vraag ' mention<p12>'@Fatma Yıldız' ' of ' mention<d3>'@HR' '.']");
    EXPECT_EQ(brief("**[@Jan *de* Vries](person:7)**"), "paragraph[strong[mention<p7>'@Jan de Vries']]");
    EXPECT_EQ(brief("![@Jan](person:7)"), "paragraph[mention<p7>'@Jan']");
    EXPECT_EQ(brief("[](person:7)"), "paragraph[mention<p7>'']");
}

TEST(Markdown, MakesTextOfMentionsThatNameNobody) {
    for (const char* url : {"person:0", "person:-1", "person:1x", "person:", "person:9007199254740992",
                            "person:99999999999999999999", "PERSON:1", "person: 1", "service:1"})
        EXPECT_EQ(brief("[@Jan](<" + std::string{url} + ">)"), "paragraph['@Jan']") << url;
}

TEST(Markdown, HasNoMentionInALinkNorALinkInAMention) {
    EXPECT_EQ(brief("[@Jan <https://y.nl>](person:7)"), "paragraph[mention<p7>'@Jan https://y.nl']");
    EXPECT_EQ(brief("[![@Jan](person:7)](https://x.nl)"), "paragraph[link<https://x.nl>['@Jan']]");
}

TEST(Markdown, LeavesMathAndNamesAlone) {
    EXPECT_EQ(brief("$x_1 + y_2$ @Jan"), "paragraph['$x_1 + y_2$ @Jan']");
}

TEST(Markdown, ReplacesInvalidUtf8AndNul) {
    EXPECT_EQ(brief(std::string{"a\xff\0b", 4}), "paragraph['a\uFFFD\uFFFDb']");
}

TEST(Markdown, FlattensWhatNestsTooDeeply) {
    const MarkdownTree quotes = parse_markdown(repeated("> ") + "a");
    EXPECT_LE(depth_of(quotes), limits::block_depth + 2);
    EXPECT_NE(brief(quotes).find("a'"), std::string::npos) << "flattened, not lost";
    EXPECT_LE(depth_of(parse_markdown(repeated("- ", 5000) + "a")), 2 * limits::block_depth + 2);
    EXPECT_LE(depth_of(parse_markdown(std::string(9000, '*') + "a" + std::string(9000, '*'))),
              limits::block_depth + 2);
}

TEST(Markdown, LeavesLongLinesOfDashesAndStarsAlone) {
    const std::string dashes(200, '-');
    EXPECT_EQ(brief(dashes), "rule");
    EXPECT_EQ(brief("```\n" + dashes + "\n```"), "code_block'" + dashes + "'");
    EXPECT_EQ(brief(repeated("1. ", 150) + "a").find('\\'), std::string::npos);
}

TEST(Markdown, BoundsWhatFewBytesCanBecome) {
    const std::string wide =
        repeated("|a", 5000) + "\n" + repeated("|-", 5000) + "\n" + repeated("a\n", 9990);
    EXPECT_LT(to_json(parse_markdown(wide)).size(), 1'000'000u);
    const std::string references = "[a]: http://" + repeated("x", 3000) + "\n\n" + repeated("[a]", 16'900);
    EXPECT_LT(to_json(parse_markdown(references)).size(), 1'000'000u);
}

TEST(Markdown, ThatBlowsUpStaysAsItWasTyped) {
    EXPECT_EQ(to_blocks("**a**"), to_json(parse_markdown("**a**")));
    for (const char* piece : {"a\n", "*a* ", "- a\n", "> a\n\n", "`a` ", "\n# a", "#a "}) {
        const std::string source = repeated(piece);
        const std::string blocks = to_blocks(source);
        EXPECT_LE(blocks.size(), limits::post_blocks) << piece;
        const auto tree = from_json<MarkdownTree>(blocks, 64);
        ASSERT_EQ(tree.size(), 1u) << piece;
        EXPECT_EQ(tree.front().type, NodeType::code_block) << piece;
        EXPECT_EQ(tree.front().text, source) << piece;
    }
}

/// Of this thread, so that what else the machine does is not counted.
std::chrono::nanoseconds time_to_parse(const std::string& source) {
    const auto used = [] {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return std::chrono::seconds{time.tv_sec} + std::chrono::nanoseconds{time.tv_nsec};
    };
    const auto before = used();
    (void)parse_markdown(source);
    return used() - before;
}

/// 20 kB of any of these must not hold up the others: what grows with the square takes a thousand times as long.
TEST(Markdown, TakesNotMuchLongerForHostileInputThanForAnyOther) {
    const std::string ordinary = repeated("Een **gewone** zin met een [verwijzing](https://plein.nl).\n\n");
    const auto usual = std::min({time_to_parse(ordinary), time_to_parse(ordinary), time_to_parse(ordinary)});
    for (const char* piece :
         {"[",    "]",     "*",       "_",        "`",      "~",    ">",       "<",   "(",      "|",
          "&",    "\\",    "!",       "![",       "![l",    "[a](", "[a][",    "- ",  "1) ",    "* + ",
          "**a ", "_a ",   "a**b",    "*a_ ",     "~~a ",   "<a",   "<!--",    "<?",  "`a``",   "www.",
          "a@b-", "http:", "://",     "[x]: a\n", "> - ",   "\n- ", "- a\n\n", ">\n", "a\n=\n", "|\n",
          "***",  "[^1]",  "<a b=\"", "> a\n",    " - a\n", "#",    "#a ",     "#a",  "é#é-"}) {
        for (const std::string& hostile : {repeated(piece), repeated(piece, 10'000) + repeated("]", 10'000),
                                           repeated(piece, 10'000) + repeated("\n  a", 10'000)}) {
            EXPECT_LT(time_to_parse(hostile), 100 * usual) << piece;
        }
    }
}

TEST(Markdown, GivesTheSameOnManyThreads) {
    const std::string source = "~~a~~ www.plein.nl **b**";
    const std::string expected = brief(source);
    std::atomic<int> different = 0;
    std::vector<std::jthread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            for (int n = 0; n < 2000; ++n)
                different += brief(source) != expected;
        });
    }
    threads.clear();
    EXPECT_EQ(different, 0);
}

}  // namespace
}  // namespace plein
