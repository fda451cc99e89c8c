// config/plein.toml is the documentation of every key: it names them all, each with its default.
#include "server/config/settings.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>

namespace plein::config {
namespace {

const std::filesystem::path documentation = PLEIN_SOURCE_DIR "/config/plein.toml";

void collect(const toml::table& table, const std::string& prefix, std::vector<std::string>& names) {
    for (const auto& [name, node] : table) {
        const std::string key = prefix + std::string{name.str()};
        if (const auto* section = node.as_table())
            collect(*section, key + ".", names);
        else
            names.push_back(key);
    }
}

std::string written(const bool* is) { return *is ? "true" : "false"; }
std::string written(const std::string* text) { return *text; }
std::string written(const std::filesystem::path* path) { return path->string(); }
std::string written(const std::vector<std::string>* list) { return fmt::format("{}", fmt::join(*list, ",")); }
std::string written(const Choice& choice) { return *choice.target; }
std::string written(const TimeZone& zone) { return *zone.target; }
template <class T>
std::string written(const Number<T>& number) {
    if constexpr (requires { number.target->count(); })
        return std::to_string(number.target->count());
    else
        return std::to_string(*number.target);
}

/// What an installation has to say itself; a default of the program would be a guess.
const std::vector<std::string> of_the_installation{"organisation.name", "server.web_root", "database.url",
                                                   "database.owner_url", "redis.url"};

TEST(ConfigDocumentation, NamesEveryKeyAndNoOther) {
    std::vector<std::string> documented;
    collect(toml::parse_file(documentation.string()), "", documented);
    EXPECT_THAT(documented, testing::UnorderedElementsAreArray(keys()));
}

TEST(ConfigDocumentation, GivesTheDefaultOfEachKey) {
    Config defaults;
    Config file = load(documentation, {});
    const auto expected = settings_of(defaults);
    const auto found = settings_of(file);
    for (std::size_t i = 0; i < expected.size(); ++i) {
        if (std::ranges::count(of_the_installation, expected[i].key)) continue;
        const auto text = [](const Setting& setting) {
            return std::visit([](const auto& target) { return written(target); }, setting.target);
        };
        EXPECT_EQ(text(found[i]), text(expected[i])) << expected[i].key;
    }
}

}  // namespace
}  // namespace plein::config
