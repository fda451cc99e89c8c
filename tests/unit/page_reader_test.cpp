// What a page says of itself, however it is written.
#include "server/features/page_reader.hpp"

#include "protocol/text.hpp"
#include "server/features/page_text.hpp"
#include "server/features/shown_text.hpp"

#include <gmock/gmock.h>

namespace plein::features {
namespace {

using testing::EndsWith;
using testing::Optional;

const char* const utf8 = "text/html; charset=utf-8";

PageWords read(const std::string& html, const std::string& type = utf8) { return read_page(html, type); }
std::string title_in(const std::string& html, const std::string& type = utf8) {
    return read(html, type).title.value_or("(none)");
}

TEST(PageReader, TakesWhatAPageSaysForOthersBeforeItsTitle) {
    const auto words = read(R"(<!doctype html><html><head><title>Shop - start</title>
        <meta name="description" content="For machines">
        <meta property="og:title" content="A bench &amp; a table">
        <meta property="og:description" content="Made of oak">
        <meta property="og:image" content="/bench.png">
        </head><body><h1>Bench</h1></body></html>)");
    EXPECT_THAT(words.title, Optional(std::string{"A bench & a table"}));
    EXPECT_THAT(words.description, Optional(std::string{"Made of oak"}));
    EXPECT_THAT(words.image, Optional(std::string{"/bench.png"}));
}

TEST(PageReader, TakesTitleAndDescriptionWhereThereIsNothingForOthers) {
    const auto words = read("<TITLE>A bench</TITLE><META NAME=Description CONTENT='Of oak'>");
    EXPECT_THAT(words.title, Optional(std::string{"A bench"}));
    EXPECT_THAT(words.description, Optional(std::string{"Of oak"}));
    EXPECT_EQ(words.image, std::nullopt);
}

TEST(PageReader, FindsNothingWhereNothingIsSaid) {
    for (const char* html : {"", "   ", "<html>", "<p>words</p>", "<title></title>", "<title> \n </title>",
                             "<meta property=og:title content=''>", "<meta property=og:title>", "%PDF-1.7"})
        EXPECT_EQ(title_in(html), "(none)") << html;
}

TEST(PageReader, TakesTheFirstThatSaysSomething) {
    EXPECT_EQ(title_in("<meta property=og:title content=' '><meta property=og:title content=first>"
                       "<meta property=og:title content=second>"),
              "first");
    EXPECT_EQ(title_in("<title>first</title><svg><title>second</title></svg>"), "first");
}

TEST(PageReader, MakesOneShortLineOfIt) {
    EXPECT_EQ(title_in("<title>\n  A\tbench\r\n\r\n of&nbsp;oak </title>"), "A bench of oak");
    EXPECT_EQ(title_in("<title>" + std::string(121, 'x') + "</title>"), std::string(120, 'x') + "…");
    EXPECT_EQ(title_in("<title>" + std::string(120, 'x') + "</title>"), std::string(120, 'x'));
    const auto words = read("<meta name=description content='" + std::string(5000, 'x') + "'>");
    EXPECT_THAT(words.description, Optional(std::string(200, 'x') + "…"));
}

TEST(PageReader, LeavesOutWhatNobodySees) {
    EXPECT_EQ(title_in("<title>pay\u202Efdp.exe\u200B &#x202E;now&#7;</title>"), "payfdp.exe now");
    EXPECT_EQ(what_is_seen("a\x01\x7F\u0085\u2066z"), "a   z");
}

TEST(PageReader, ReadsMarksAsTheWordsThatTheyAre) {
    EXPECT_EQ(title_in("<title>&lt;script&gt;alert(1)&lt;/script&gt;</title>"), "<script>alert(1)</script>");
}

TEST(PageReader, ReadsUtf8WhereverItIsSaidAndWhereNothingIs) {
    EXPECT_EQ(title_in("<title>Caf\u00E9</title>"), "Café");
    EXPECT_EQ(title_in("<title>Caf\u00E9</title>", "text/html"), "Café");
    EXPECT_EQ(title_in("<meta charset=UTF-8><title>Caf\u00E9</title>", "text/html"), "Café");
    EXPECT_EQ(title_in("\uFEFF<title>Caf\u00E9</title>", "text/html"), "Café");
}

TEST(PageReader, ReadsLatinWhereItIsSaidAndWhereItCannotBeUtf8) {
    const std::string latin =
        "<title>Caf\xE9 \x80"
        "5</title>";
    EXPECT_EQ(title_in(latin, "text/html; charset=\"ISO-8859-1\""), "Café €5");
    EXPECT_EQ(title_in(latin, "text/html"), "Café €5");
    EXPECT_EQ(title_in("<meta charset=windows-1252>" + latin, "text/html"), "Café €5");
    EXPECT_EQ(
        title_in("<meta http-equiv=Content-Type content='text/html; charset=latin1'>" + latin, "text/html"),
        "Café €5");
    EXPECT_EQ(title_in("<title>Caf\xC3\xA9</title>", "text/html; charset=iso-8859-1"), "CafÃ©");
}

TEST(PageReader, ReplacesWhatIsNoCharacter) {
    EXPECT_EQ(title_in("<title>Caf\xE9!</title>"), "Caf\uFFFD!");
    EXPECT_EQ(title_in("<title>\xED\xA0\x80</title>"), "\uFFFD\uFFFD\uFFFD");
    EXPECT_EQ(mended_utf8(std::string{"a\0b\xC0\x80", 5}), "ab\uFFFD\uFFFD");
    EXPECT_EQ(page_text("Caf\u00E9 caf\xC3", ""), "Café caf\uFFFD");
}

TEST(PageReader, ReadsABeginningThatIsCutAnywhere) {
    const std::string html =
        R"(<head><title>Caf&eacute; \u00E9</title><meta property="og:title" content="x"></head>)";
    for (std::size_t size = 0; size <= html.size(); ++size) {
        const auto title = title_in(html.substr(0, size), "text/html");
        EXPECT_TRUE(is_plain_text(title)) << size;
    }
}

TEST(PageReader, IsThroughSoonWithWhatIsMadeToKeepItBusy) {
    std::string nested;
    for (int i = 0; i < 100'000; ++i)
        nested += "<b>";
    EXPECT_EQ(title_in("<title>before</title>" + nested + "<meta property=og:title content=behind>"),
              "before");
    std::string tag = "<title>before</title><a ";
    for (int i = 0; i < 100'000; ++i)
        tag += "a" + std::to_string(i) + " ";
    EXPECT_EQ(title_in(tag + "><meta property=og:title content=behind>"), "before");
    std::string open;
    for (int i = 0; i < 100'000; ++i)
        open += "<a <";
    title_in(open);
    EXPECT_EQ(title_in("<title>" + std::string(500'000, '&') + "</title>").size(), 120u + 3);
}

}  // namespace
}  // namespace plein::features
