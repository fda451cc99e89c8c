#include "protocol/errors.hpp"
#include "server/features/passwords.hpp"

#include <algorithm>
#include <cctype>
#include <string_view>
#include <unordered_set>

namespace plein::features {

namespace {

// Eight characters and more, since shorter ones are refused anyway; what leaked lists and people around here
// share.
const std::unordered_set<std::string_view> common_passwords{
    "password",    "password1",    "password12",  "password123",   "passw0rd",       "p@ssw0rd",
    "p@ssword",    "password!",    "passwort",    "12345678",      "123456789",      "1234567890",
    "0123456789",  "987654321",    "9876543210",  "11111111",      "00000000",       "88888888",
    "99999999",    "12341234",     "11223344",    "12121212",      "123123123",      "123456123",
    "147258369",   "741852963",    "159753456",   "qwertyui",      "qwertyuiop",     "qwerty12",
    "qwerty123",   "qwerty1234",   "1qaz2wsx",    "1q2w3e4r",      "1q2w3e4r5t",     "q1w2e3r4",
    "zaq12wsx",    "asdfghjk",     "asdfghjkl",   "zxcvbnm1",      "abcd1234",       "abc12345",
    "abcdefgh",    "a1b2c3d4",     "aa123456",    "iloveyou",      "iloveyou1",      "sunshine",
    "princess",    "football",     "baseball",    "superman",      "batman123",      "starwars",
    "trustno1",    "whatever",     "computer",    "internet",      "michelle",       "jennifer",
    "jessica1",    "charlie1",     "mercedes",    "corvette",      "liverpool",      "arsenal1",
    "chelsea1",    "manchester",   "barcelona",   "ajaxajax",      "feyenoord",      "feyenoord1",
    "eindhoven",   "rotterdam",    "amsterdam",   "amsterdam1",    "nederland",      "nederland1",
    "holland1",    "welkom01",     "welkom02",    "welkom123",     "welkom12",       "welkom2024",
    "welkom2025",  "welkom2026",   "wachtwoord",  "wachtwoord1",   "wachtwoord123",  "geheim123",
    "geheim01",    "geheimpje",    "hallo123",    "hallohallo",    "goedemorgen",    "goedemiddag",
    "lekkerding",  "schatje1",     "poepchinees", "snoepje1",      "konijntje",      "vakantie",
    "voorjaar",    "zomer2024",    "zomer2025",   "zomer2026",     "winter2024",     "winter2025",
    "winter2026",  "herfst2025",   "herfst2026",  "lente2025",     "lente2026",      "summer2024",
    "summer2025",  "summer2026",   "spring2025",  "spring2026",    "autumn2025",     "autumn2026",
    "january2026", "december2025", "maandag1",    "dinsdag1",      "woensdag",       "woensdag1",
    "donderdag",   "donderdag1",   "vrijdag1",    "zaterdag",      "zaterdag1",      "changeme",
    "changeme1",   "letmein1",     "letmein123",  "welcome1",      "welcome12",      "welcome123",
    "welcome2026", "admin123",     "admin1234",   "administrator", "administrator1", "root1234",
    "test1234",    "testtest",     "temp1234",    "default1",      "guest123",       "user1234",
    "login123",    "access14",     "secret123",   "master12",      "monkey12",       "dragon12",
    "shadow12",    "killer12",     "pokemon1",    "minecraft",     "fortnite",       "playstation",
    "nintendo",    "samsung1",     "iphone12",    "bicycle1",      "fietsen1",       "fietsbel",
    "zwolle123",   "utrecht1",     "tilburg1",    "groningen",     "groningen1",     "maastricht"};

std::string lower(std::string_view text) {
    std::string result{text};
    std::ranges::transform(result, result.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return result;
}

}  // namespace

void check_password_strength(const std::string& password, const std::vector<std::string>& known) {
    const std::string candidate = lower(password);
    const bool one_character = candidate.find_first_not_of(candidate.front()) == std::string::npos;
    const bool is_known = std::ranges::find(known, candidate, lower) != known.end();
    if (one_character || is_known || common_passwords.contains(candidate)) {
        throw Refusal{ErrorCode::weak_password, "$.replacement"};
    }
}

}  // namespace plein::features
