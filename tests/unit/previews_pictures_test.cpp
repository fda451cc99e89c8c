// A picture is what its first bytes say, and no larger than a screen can hold.
#include "server/previews/pictures.hpp"

#include "server/previews/turns.hpp"

#include <gtest/gtest.h>

#include <string>

namespace plein::previews {
namespace {

using std::string_literals::operator""s;

std::string png(const std::string& size) {
    return "\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s + size + "\x08\x06\0\0\0"s;
}
std::string jpeg(const std::string& size) {
    return "\xFF\xD8\xFF\xE0\0\x04"
           "ab\xFF\xDB\0\x03x\xFF\xC2\0\x11\x08"s +
           size + "\x03"s;
}
std::string webp(const std::string& form) { return "RIFF\x20\0\0\0WEBP"s + form; }

TEST(Pictures, AreToldByTheirFirstBytes) {
    EXPECT_EQ(picture_type(png("\0\0\x02\0\0\0\x01\0"s)), "image/png");
    EXPECT_EQ(picture_type("GIF89a\x10\0\x10\0"s), "image/gif");
    EXPECT_EQ(picture_type("GIF87a\x10\0\x10\0"s), "image/gif");
    EXPECT_EQ(picture_type(jpeg("\x02\0\x03\0"s)), "image/jpeg");
    EXPECT_EQ(picture_type(webp("VP8X\x0A\0\0\0\0\0\0\0\x0F\0\0\x0F\0\0"s)), "image/webp");
    EXPECT_EQ(picture_type(webp("VP8L\x0A\0\0\0\x2F\x0F\xC0\x03\0"s)), "image/webp");
    EXPECT_EQ(picture_type(webp("VP8 \x0A\0\0\0\0\0\0\x9D\x01\x2A\x10\0\x10\0"s)), "image/webp");
}

TEST(Pictures, AreNothingElse) {
    for (const auto& bytes :
         {""s, "<svg xmlns='http://www.w3.org/2000/svg'/>"s, "<?xml version='1.0'?><svg/>"s, "<html>"s,
          "%PDF-1.7"s, "BM\x10\0"s, "\0\0\x01\0"s, "\x89PNG"s, "GIF88a\x10\0\x10\0"s,
          "RIFF\x20\0\0\0WAVEfmt "s, "RIFF\x20\0\0\0WEBPabcd"s, "\xFF\xD8"s, "\xFF\xD8\xFF\xD9"s})
        EXPECT_EQ(picture_type(bytes), "") << bytes;
}

TEST(Pictures, ThatWouldFillTheMemoryOfABrowserAreNone) {
    EXPECT_EQ(picture_type(png("\0\0\x75\x30\0\0\x75\x30"s)), "");
    EXPECT_EQ(picture_type(png("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"s)), "");
    EXPECT_EQ(picture_type("GIF89a\xFF\xFF\xFF\xFF"s), "");
    EXPECT_EQ(picture_type(jpeg("\xFF\xFF\xFF\xFF"s)), "");
    EXPECT_EQ(picture_type(webp("VP8X\x0A\0\0\0\0\0\0\0\xFF\xFF\xFF\xFF\xFF\xFF"s)), "");
    EXPECT_EQ(picture_type(png("\0\0\0\0\0\0\x01\0"s)), "");
}

TEST(Turns, AreSoManyOfOneAndSoManyOfAllAMinute) {
    Turns turns{2, 3};
    const auto now = Turns::Clock::now();
    EXPECT_TRUE(turns.has("a", now));
    EXPECT_TRUE(turns.take("a", now));
    EXPECT_TRUE(turns.take("a", now));
    EXPECT_FALSE(turns.has("a", now));
    EXPECT_FALSE(turns.take("a", now));
    EXPECT_TRUE(turns.take("b", now));
    EXPECT_FALSE(turns.has("c", now));
    EXPECT_FALSE(turns.take("c", now + std::chrono::seconds{59}));
    EXPECT_TRUE(turns.has("a", now + std::chrono::seconds{60}));
    EXPECT_TRUE(turns.take("a", now + std::chrono::seconds{60}));
}

}  // namespace
}  // namespace plein::previews
