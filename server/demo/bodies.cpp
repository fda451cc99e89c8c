#include "server/demo/bodies.hpp"

#include "protocol/json_writer.hpp"
#include "protocol/markdown.hpp"

#include <array>
#include <string_view>

namespace plein::demo {

namespace {

constexpr std::array<std::string_view, 20> subjects{"De late ploeg",
                                                    "Iemand van Finance",
                                                    "Dok 3",
                                                    "De nieuwe scanner",
                                                    "Onze leverancier",
                                                    "De klant in Gent",
                                                    "Lijn 4",
                                                    "Het urensysteem",
                                                    "De servicedesk",
                                                    "Mijn team",
                                                    "De planning van Tiel",
                                                    "Het contract",
                                                    "De controle",
                                                    "De vroege ploeg",
                                                    "Een dealer",
                                                    "De offerte",
                                                    "De monteur van hal B",
                                                    "De voorraad",
                                                    "De maandafsluiting",
                                                    "Het magazijn"};
constexpr std::array<std::string_view, 20> verbs{"heeft vandaag",
                                                 "vraagt om",
                                                 "wacht nog op",
                                                 "is klaar met",
                                                 "mist",
                                                 "kijkt morgen naar",
                                                 "stuurt straks",
                                                 "begint maandag met",
                                                 "is heel blij met",
                                                 "zoekt",
                                                 "krijgt volgende week",
                                                 "controleert",
                                                 "heeft drie keer gebeld over",
                                                 "kan niet zonder",
                                                 "twijfelt over",
                                                 "wil meedenken over",
                                                 "regelt",
                                                 "verwacht vóór vrijdag",
                                                 "is vergeten",
                                                 "deelt graag"};
constexpr std::array<std::string_view, 20> objects{"de facturen van vorige maand",
                                                   "twaalf frames in het blauw",
                                                   "een antwoord op vraag 14",
                                                   "de lijst met uren",
                                                   "de juiste kostenplaats",
                                                   "een tweede magazijnkar",
                                                   "het filmpje van de lijn",
                                                   "de labels voor dok 1",
                                                   "het rooster voor de kermis",
                                                   "de proefloonstrook",
                                                   "een rondleiding",
                                                   "het nieuwe sjabloon",
                                                   "de sleutel van kamer 2",
                                                   "vier pallets remblokken",
                                                   "de update van vannacht",
                                                   "een handtekening minder",
                                                   "de cijfers per ploeg",
                                                   "een plek om te overleggen",
                                                   "de handleiding in het Pools",
                                                   "de fiets van de klant"};
constexpr std::array<std::string_view, 10> endings{".",
                                                   ".",
                                                   ".",
                                                   ", en dat is goed nieuws.",
                                                   ". Wie weet hier meer van?",
                                                   ", dus houd er even rekening mee.",
                                                   ". Ik kom erop terug.",
                                                   ", net als vorige keer.",
                                                   ". Dank aan iedereen die meehielp!",
                                                   "; morgen weten we meer."};

class Writer {
public:
    explicit Writer(std::mt19937_64& random) : random_(random) {}

    /// Half of all posts are a line or two; one in twenty is long.
    std::string body() {
        const int dice = up_to(100);
        if (dice < 50) return sentences(1 + up_to(2));
        if (dice < 75) return sentences(3 + up_to(4));
        if (dice < 85) return sentences(2) + "\n\n" + list(3 + up_to(5));
        if (dice < 90) return "> " + sentence() + "\n\n" + sentences(2);
        if (dice < 93)
            return sentence() + " Zie https://intranet.vaartland.example/" + std::to_string(up_to(9999)) +
                   ".";
        if (dice < 95) return sentences(2) + "\n\n```\n" + code(4 + up_to(8)) + "```";
        return page(3 + up_to(8));
    }

private:
    template <class Array>
    std::string_view one_of(const Array& array) {
        return array[random_() % array.size()];
    }
    int up_to(int bound) { return static_cast<int>(random_() % static_cast<unsigned>(bound)); }

    std::string sentence() {
        std::string text{one_of(subjects)};
        text += ' ';
        text += one_of(verbs);
        text += ' ';
        text += one_of(objects);
        text += one_of(endings);
        return text;
    }
    std::string sentences(int count) {
        std::string text = sentence();
        while (--count > 0)
            text += " " + sentence();
        return text;
    }
    std::string list(int count) {
        std::string text;
        for (int i = 0; i < count; ++i)
            text += "- **" + std::string{one_of(subjects)} + "**: " + sentence() + "\n";
        return text;
    }
    std::string code(int count) {
        std::string text;
        for (int i = 0; i < count; ++i) {
            text += "scan " + std::to_string(up_to(99999)) + " dok " + std::to_string(1 + up_to(4)) + " ok\n";
        }
        return text;
    }
    std::string page(int paragraphs) {
        std::string text = "### " + std::string{one_of(subjects)} + "\n\n";
        for (int i = 0; i < paragraphs; ++i)
            text += sentences(3 + up_to(5)) + "\n\n";
        return text + list(4);
    }

    std::mt19937_64& random_;
};

}  // namespace

std::vector<Body> make_bodies(std::size_t count, std::mt19937_64& random) {
    Writer writer{random};
    std::vector<Body> bodies(count);
    for (Body& body : bodies) {
        body.markdown = writer.body();
        body.blocks = to_blocks(body.markdown);
    }
    return bodies;
}

}  // namespace plein::demo
