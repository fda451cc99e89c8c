#include "server/demo/conversations.hpp"

#include "server/demo/names.hpp"

#include <fmt/format.h>
#include <boost/json.hpp>

#include <fstream>
#include <set>
#include <stdexcept>

namespace plein::demo {

namespace {

/// Who speaks and where, each once, in the order of their first words.
class Cast {
public:
    void hear(const std::string& author, const std::string& tab) {
        if (heard_.insert("author " + author).second) authors.push_back(author);
        if (heard_.insert("tab " + tab).second) tabs.push_back(tab);
    }

    std::vector<std::string> authors;
    std::vector<std::string> tabs;

private:
    std::set<std::string> heard_;
};

Cast read_cast(const std::filesystem::path& file) {
    std::ifstream lines{file};
    Cast cast;
    int number = 0;
    for (std::string line; std::getline(lines, line);) {
        ++number;
        try {
            const auto message = boost::json::parse(line);
            cast.hear(boost::json::value_to<std::string>(message.at("author")),
                      boost::json::value_to<std::string>(message.at("tab")));
        } catch (const std::exception&) {
            throw std::runtime_error{
                fmt::format("{}:{} is no message with author and tab", file.string(), number)};
        }
    }
    if (cast.tabs.empty()) throw std::runtime_error{file.string() + " has no message"};
    return cast;
}

StoryPerson person(std::string key, std::string name) {
    StoryPerson person{.key = key, .name = std::move(name)};
    person.personnel_number = std::move(key);
    return person;
}

}  // namespace

Story stage_of_conversations(const std::filesystem::path& file) {
    const Cast cast = read_cast(file);
    std::mt19937_64 random{cast.authors.size()};
    StoryDepartment everyone{.name = "Iedereen"};
    everyone.people = {person("lezer-1", "Lezer Een"), person("lezer-2", "Lezer Twee")};
    for (const auto& author : cast.authors)
        everyone.people.push_back(person(author, full_name(random)));

    StoryGroup group{.name = "Gesprekken", .purpose = "Gesprekken die ergens anders zijn gevoerd."};
    group.owners = {"lezer-1"};
    group.departments = {everyone.name};
    for (const auto& tab : cast.tabs)
        group.tabs.push_back({.name = tab});
    Story story;
    story.departments = {std::move(everyone)};
    story.groups = {std::move(group)};
    return story;
}

}  // namespace plein::demo
