#include "server/config/config.hpp"

#include "server/config/settings.hpp"

#include <date/tz.h>
#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <set>
#include <sstream>

extern char** environ;

namespace plein::config {

namespace {

using Value = std::variant<bool, std::int64_t, std::string, std::vector<std::string>>;

/// A value on its way to its setting, and the words that say where it came from.
struct Given {
    std::string where;  // "plein.toml:12: server.port", "PLEIN_SERVER_PORT"
    Value value;
};

[[noreturn]] void refuse(const Given& given, const std::string& expected) {
    throw ConfigError{given.where + ": " + expected};
}

std::int64_t number_of(const Given& given, std::int64_t min, std::int64_t max) {
    const auto* number = std::get_if<std::int64_t>(&given.value);
    if (!number || *number < min || *number > max) {
        refuse(given,
               "a whole number from " + std::to_string(min) + " to " + std::to_string(max) + " is expected");
    }
    return *number;
}

const std::string& string_of(const Given& given) {
    const auto* text = std::get_if<std::string>(&given.value);
    if (!text) refuse(given, "a string is expected");
    return *text;
}

void assign(bool* target, const Given& given) {
    const auto* is = std::get_if<bool>(&given.value);
    if (!is) refuse(given, "true or false is expected");
    *target = *is;
}

void assign(std::string* target, const Given& given) { *target = string_of(given); }

void assign(std::filesystem::path* target, const Given& given) { *target = string_of(given); }

void assign(std::vector<std::string>* target, const Given& given) {
    const auto* list = std::get_if<std::vector<std::string>>(&given.value);
    if (!list) refuse(given, "a list of strings is expected");
    *target = *list;
}

void assign(const Choice& choice, const Given& given) {
    const std::string& name = string_of(given);
    if (std::ranges::find(choice.names, name) == choice.names.end()) {
        std::string names;
        for (const auto& each : choice.names)
            names += (names.empty() ? "" : ", ") + each;
        refuse(given, "one of " + names + " is expected");
    }
    *choice.target = name;
}

void assign(const TimeZone& zone, const Given& given) {
    const std::string& name = string_of(given);
    try {
        date::locate_zone(name);
    } catch (const std::runtime_error&) {
        refuse(given, "the name of a time zone is expected, as in \"Europe/Amsterdam\"");
    }
    *zone.target = name;
}

template <class T>
void assign(const Number<T>& number, const Given& given) {
    *number.target = T(number_of(given, number.min, number.max));
}

void apply(const Setting& setting, const Given& given) {
    std::visit([&](const auto& target) { assign(target, given); }, setting.target);
}

Given read_node(const toml::node& node, std::string where) {
    if (const auto* is = node.as_boolean()) return {std::move(where), is->get()};
    if (const auto* number = node.as_integer()) return {std::move(where), number->get()};
    if (const auto* text = node.as_string()) return {std::move(where), text->get()};
    std::vector<std::string> items;
    if (const auto* array = node.as_array();
        array && (array->empty() || array->is_homogeneous<std::string>())) {
        for (const auto& item : *array)
            items.push_back(item.as_string()->get());
        return {std::move(where), std::move(items)};
    }
    throw ConfigError{where + ": a string, a whole number, true or false, or a list of strings is expected"};
}

const Setting* find(const std::vector<Setting>& settings, const std::string& key) {
    const auto found = std::ranges::find(settings, key, &Setting::key);
    return found == settings.end() ? nullptr : &*found;
}

void apply_table(const std::vector<Setting>& settings, const toml::table& table, const std::string& prefix,
                 const std::string& file) {
    for (const auto& [name, node] : table) {
        const std::string key = prefix + std::string{name.str()};
        if (const auto* section = node.as_table()) {
            apply_table(settings, *section, key + ".", file);
            continue;
        }
        const std::string where = fmt::format("{}:{}: {}", file, name.source().begin.line, key);
        const Setting* setting = find(settings, key);
        if (!setting) throw ConfigError{where + ": there is no such key; config/plein.toml lists them all"};
        apply(*setting, read_node(node, where));
    }
}

void apply_file(const std::vector<Setting>& settings, const std::filesystem::path& file) {
    try {
        apply_table(settings, toml::parse_file(file.string()), "", file.string());
    } catch (const toml::parse_error& error) {
        std::ostringstream message;
        message << file.string() << ":" << error.source().begin.line << ": " << error.description();
        throw ConfigError{message.str()};
    }
}

/// "server.port" → "PLEIN_SERVER_PORT".
std::string variable_of(const std::string& key) {
    std::string name = "PLEIN_" + key;
    std::ranges::transform(name, name.begin(), [](unsigned char c) {
        return c == '.' ? '_' : static_cast<char>(std::toupper(c));
    });
    return name;
}

// The environment has text only: the setting's type says what it stands for.
template <class Target>
Value read_text(const Target&, const std::string& text) {
    return text;
}

template <class T>
Value read_text(const Number<T>&, const std::string& text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return text;
    return number;
}

Value read_text(bool*, const std::string& text) {
    if (text != "true" && text != "false") return text;
    return text == "true";
}

/// Separated by commas.
Value read_text(std::vector<std::string>*, const std::string& text) {
    std::vector<std::string> items;
    std::istringstream in{text};
    for (std::string item; std::getline(in, item, ',');)
        items.push_back(item);
    return items;
}

void apply_environment(const std::vector<Setting>& settings, const Environment& environment) {
    std::set<std::string> known;
    std::set<std::string> sections;
    for (const Setting& setting : settings) {
        const std::string variable = variable_of(setting.key);
        known.insert(variable);
        sections.insert(variable_of(setting.key.substr(0, setting.key.find('.') + 1)));
        const auto found = environment.find(variable);
        if (found == environment.end()) continue;
        const auto read = [&](const auto& target) { return read_text(target, found->second); };
        apply(setting, {variable, std::visit(read, setting.target)});
    }
    for (const auto& [variable, text] : environment) {
        const auto is_ours = [&](const std::string& section) { return variable.starts_with(section); };
        if (!known.contains(variable) && std::ranges::any_of(sections, is_ours))
            throw ConfigError{variable + ": there is no such setting; config/plein.toml lists them all"};
    }
}

/// A control character in a log could move the cursor or begin a line of its own.
std::string on_one_line(std::string sentence) {
    std::ranges::replace_if(sentence, [](unsigned char c) { return c < 0x20 || c == 0x7F; }, '?');
    return sentence;
}

}  // namespace

ConfigError::ConfigError(std::string sentence) : std::runtime_error(on_one_line(std::move(sentence))) {}

Config load(const std::filesystem::path& file, const Environment& environment) {
    Config config;
    const auto settings = settings_of(config);
    if (!file.empty()) apply_file(settings, file);
    apply_environment(settings, environment);
    if (config.owner_url.empty()) config.owner_url = config.database.url;
    return config;
}

Environment environment() {
    Environment found;
    for (char** entry = environ; *entry; ++entry) {
        const std::string_view variable{*entry};
        const auto equals = variable.find('=');
        if (!variable.starts_with("PLEIN_") || equals == std::string_view::npos) continue;
        found.emplace(variable.substr(0, equals), variable.substr(equals + 1));
    }
    return found;
}

std::vector<std::string> keys() {
    Config config;
    std::vector<std::string> names;
    for (const Setting& setting : settings_of(config))
        names.push_back(setting.key);
    return names;
}

}  // namespace plein::config
