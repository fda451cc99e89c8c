#include "server/demo/names.hpp"

#include <array>
#include <string_view>

namespace plein::demo {

namespace {

constexpr std::array<std::string_view, 40> first_names{
    "Aisha",  "Anna",    "Bart",    "Bilal",  "Britt", "Cem",     "Daphne",  "Dennis", "Elif", "Emma",
    "Esther", "Femi",    "Floor",   "Gerda",  "Hamza", "Hanneke", "Ibrahim", "Iris",   "Jan",  "Jasmijn",
    "Kees",   "Khadija", "Lars",    "Leyla",  "Lotte", "Maarten", "Malika",  "Milan",  "Noor", "Olga",
    "Paweł",  "Pieter",  "Ricardo", "Saskia", "Sem",   "Sofia",   "Tariq",   "Tomasz", "Vera", "Zeynep"};
constexpr std::array<std::string_view, 40> last_names{
    "Aksoy",     "de Boer",  "Bos",         "Chen",      "Dekker",   "van Dijk", "El Idrissi", "Evers",
    "Fernandes", "de Graaf", "Haan",        "Hendriks",  "Hofman",   "Jansen",   "de Jong",    "Kamara",
    "Koster",    "Kowalski", "van Leeuwen", "Meijer",    "Mensah",   "Mulder",   "Nguyen",     "Öztürk",
    "Peeters",   "Petrović", "Pinas",       "Prins",     "Quist",    "van Rijn", "Sahin",      "Schouten",
    "Smit",      "Tuinstra", "Verbeek",     "van Vliet", "de Vries", "Wiersma",  "Yilmaz",     "Zwart"};
constexpr std::array<std::string_view, 12> titles{"monteur",
                                                  "orderpicker",
                                                  "planner",
                                                  "accountmanager",
                                                  "medewerker servicedesk",
                                                  "kwaliteitscontrole",
                                                  "heftruckchauffeur",
                                                  "administrateur",
                                                  "werkvoorbereider",
                                                  "inkoper",
                                                  "teamleider",
                                                  "ontwerper"};
constexpr std::array<std::string_view, 10> kinds{"Project",       "Team",        "Werkgroep", "Ploeg",
                                                 "Overleg",       "Verbetering", "Klantteam", "Kenniskring",
                                                 "Voorbereiding", "Proef"};
constexpr std::array<std::string_view, 10> matters{"lijn 4",    "dok 3",    "voorraad",   "levertijd",
                                                   "kwaliteit", "inwerken", "verpakking", "dealers",
                                                   "onderhoud", "planning"};

}  // namespace

std::string full_name(std::mt19937_64& random) {
    const std::string_view first = first_names[random() % first_names.size()];
    const std::string_view last = last_names[random() % last_names.size()];
    return std::string{first} + " " + std::string{last};
}

std::string job_title(std::mt19937_64& random) { return std::string{titles[random() % titles.size()]}; }

std::string group_name(std::int64_t number) {
    const auto index = static_cast<std::size_t>(number);
    const std::size_t round = index / (kinds.size() * matters.size());
    std::string name{kinds[index % kinds.size()]};
    name += ' ';
    name += matters[index / kinds.size() % matters.size()];
    if (round > 0) name += " " + std::to_string(round + 1);
    return name;
}

}  // namespace plein::demo
