// Bytes that travel as text: one way to write them, and no other is read.
#include "protocol/base64.hpp"
#include "protocol/errors.hpp"
#include "protocol/json_reader.hpp"

#include <gtest/gtest.h>

namespace plein {
namespace {

TEST(Base64, WritesTheVectorsOfItsStandard) {
    EXPECT_EQ(to_base64(""), "");
    EXPECT_EQ(to_base64("f"), "Zg==");
    EXPECT_EQ(to_base64("fo"), "Zm8=");
    EXPECT_EQ(to_base64("foobar"), "Zm9vYmFy");
}

TEST(Base64, ReadsWhatItWrites) {
    std::string bytes;
    for (int i = 0; i < 256; ++i) {
        bytes += static_cast<char>(i);
        EXPECT_EQ(from_base64(to_base64(bytes)), bytes);
    }
}

TEST(Base64, RefusesEveryOtherForm) {
    for (const char* text :
         {"Zg", "Zg=", "Z===", "====", "Zh==", "Zm9=", "Zg==\n", "Zm 8=", "Zg==Zg==", "Z-8_"})
        EXPECT_FALSE(from_base64(text)) << text;
}

TEST(Base64, AFileLongerThanItMayBeIsRefused) {
    Bytes<4> file;
    read_json(boost::json::string{"Zm9v"}, file, JsonPath{"$"});
    EXPECT_EQ(file.value, "foo");
    EXPECT_THROW(read_json(boost::json::string{"Zm9vYmFy"}, file, JsonPath{"$"}), Refusal);
}

}  // namespace
}  // namespace plein
