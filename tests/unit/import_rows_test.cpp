// A CSV file as Excel and others write it, read into rows of people or refused with a line that helps.
#include "server/features/import_rows.hpp"
#include "protocol/enum_names.hpp"
#include "server/features/csv.hpp"

#include <gmock/gmock.h>

namespace plein::features {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Fault = ImportFault;

std::vector<std::vector<std::string>> cells_of(std::string_view bytes) {
    std::vector<std::vector<std::string>> cells;
    for (const CsvRow& row : read_csv(bytes))
        cells.push_back(row.cells);
    return cells;
}

std::optional<std::pair<Fault, int>> fault_of(std::string_view bytes) {
    try {
        (void)read_csv(bytes);
        return std::nullopt;
    } catch (const CsvFault& fault) {
        return std::pair{fault.fault, fault.line};
    }
}

/// "line fault column" of each row that cannot be taken.
std::vector<std::string> faults_of(std::string_view bytes) {
    std::vector<std::string> all;
    for (const ImportLine& line : read_import(bytes).faults) {
        std::string words = std::to_string(line.line) + " " + std::string{name_of(*line.fault)};
        if (line.column) words += " " + std::string{name_of(*line.column)};
        all.push_back(words);
    }
    return all;
}

TEST(Csv, FindsOutWhatSeparatesTheCells) {
    const auto same = ElementsAre(ElementsAre("naam", "functie"), ElementsAre("Ada", "chef, dok 2"));
    EXPECT_THAT(cells_of("naam;functie\nAda;chef, dok 2\n"), same);
    EXPECT_THAT(cells_of("naam,functie\nAda,\"chef, dok 2\"\n"), same);
    EXPECT_THAT(cells_of("naam\tfunctie\nAda\tchef, dok 2\n"), same);
}

TEST(Csv, ReadsQuotesBlanksAndEveryEndOfALine) {
    EXPECT_THAT(cells_of("a;b\r\n \"x \"\"y\"\"\" ; z \r\n"),
                ElementsAre(ElementsAre("a", "b"), ElementsAre("x \"y\"", "z")));
    EXPECT_THAT(cells_of("a;b\rx;y"), ElementsAre(ElementsAre("a", "b"), ElementsAre("x", "y")));
    EXPECT_THAT(cells_of("a;b\n\"two\nlines\";y\n"),
                ElementsAre(ElementsAre("a", "b"), ElementsAre("two\nlines", "y")));
}

TEST(Csv, LeavesOutLinesInWhichNothingStandsAndCountsThem) {
    const auto rows = read_csv("\n a;b \n\n;;\n  \n\"x\ny\";1\nz;2\n");
    ASSERT_EQ(rows.size(), 3u);
    EXPECT_EQ(rows[0].line, 2);
    EXPECT_EQ(rows[1].line, 6);
    EXPECT_EQ(rows[2].line, 8) << "a cell of two lines counts as two";
}

TEST(Csv, ReadsUtf8WithAndWithoutAMarkAndWhatExcelWritesInstead) {
    const auto same = ElementsAre(ElementsAre("naam"), ElementsAre("Zoë € Daniël"));
    EXPECT_THAT(cells_of("\xEF\xBB\xBFnaam\nZoë € Daniël\n"), same);
    EXPECT_THAT(cells_of("naam\nZoë € Daniël\n"), same);
    EXPECT_THAT(cells_of("naam\nZo\xEB \x80 Dani\xEBl\n"), same);
}

TEST(Csv, RefusesWhatIsNoText) {
    EXPECT_EQ(fault_of(std::string_view{"n\0a\0\n\0", 6}), (std::pair{Fault::encoding, 1})) << "UTF-16";
    EXPECT_EQ(fault_of("naam\nA\x81\n"), (std::pair{Fault::encoding, 1}));
    EXPECT_EQ(fault_of("\xEF\xBB\xBFnaam\nZo\xEB\n"), (std::pair{Fault::encoding, 1}));
}

TEST(Csv, RefusesQuotesThatTwoReadersWouldReadDifferently) {
    EXPECT_EQ(fault_of("a;b\nx;y\nz\"z;1\n"), (std::pair{Fault::quotes, 3}));
    EXPECT_EQ(fault_of("a;b\nx;y\n\"never closed;1\nmore\n"), (std::pair{Fault::quotes, 3}));
    EXPECT_EQ(fault_of("a;b\n\"x\"y;1\n"), (std::pair{Fault::quotes, 2}));
}

TEST(Csv, KeepsToItsBounds) {
    std::string rows = "naam\n";
    for (std::size_t i = 0; i < limits::import_rows; ++i)
        rows += "x\n";
    EXPECT_EQ(read_csv(rows).size(), limits::import_rows + 1);
    EXPECT_EQ(fault_of(rows + "x\n"),
              (std::pair{Fault::too_many_rows, static_cast<int>(limits::import_rows) + 2}));
    EXPECT_EQ(fault_of("a;b\n" + std::string(limits::import_columns, ';') + "x\n"),
              (std::pair{Fault::too_many_columns, 2}));
    EXPECT_EQ(fault_of("naam\n"), (std::pair{Fault::no_rows, 1}));
    EXPECT_EQ(fault_of(""), (std::pair{Fault::no_rows, 1}));
}

TEST(ImportRows, KnowTheirColumnsInDutchAndEnglish) {
    const auto dutch = read_import(
        "Personeelsnummer;Naam;E-mailadres;Afdeling;Functie;Taal;Rol\n"
        "10482;Ada;Ada@Example.org;SSC >Finance;controller;Engels;Gast\n");
    const auto english = read_import(
        "employee number,NAME,e-mail,department,job title,language,role\n"
        "10482,Ada,ada@example.org,SSC > Finance,controller,en,guest\n");
    ASSERT_EQ(dutch.rows.size(), 1u);
    EXPECT_EQ(dutch.rows, english.rows);
    EXPECT_EQ(dutch.rows[0].department, "SSC > Finance");
    EXPECT_EQ(dutch.rows[0].role, Role::guest);
}

TEST(ImportRows, SayWhichColumnsTheyLeaveAside) {
    EXPECT_THAT(read_import("naam;salaris;email\nAda;1;a@b\n").ignored, ElementsAre("salaris"));
}

TEST(ImportRows, NeedAHeaderThatNamesPeople) {
    EXPECT_THAT(faults_of("email\na@b\n"), ElementsAre("1 column_missing name"));
    EXPECT_THAT(faults_of("naam\nAda\n"), ElementsAre("1 column_missing email"));
    EXPECT_THAT(faults_of("\n\nnaam\nAda\n"), ElementsAre("3 column_missing email"));
    EXPECT_THAT(faults_of("naam;name;email\nAda;Ada;a@b\n"), ElementsAre("1 column_twice name"));
    EXPECT_TRUE(read_import("naam\nAda\n").is_unreadable);
}

TEST(ImportRows, SayWithLineAndColumnWhatIsWrong) {
    EXPECT_THAT(faults_of("nummer;naam;personeelsnummer;email;taal;rol\n"
                          ";Ada;;;;\n"
                          ";Bo;1 2;;;\n"
                          ";Cas;;no address;;\n"
                          ";Dik;;dïk@example.org;;\n"
                          ";Eva;5;;klingon;\n"
                          ";Fay;6;;;baas\n"
                          ";\"Gé\nM\";7;;;\n"
                          ";" +
                          std::string(limits::name + 1, 'x') +
                          ";8;;;\n"
                          ";Ok;9;;;\n"
                          ";Jan\u200BPiet;10;;;\n"),
                ElementsAre("2 missing email", "3 not_a_number personnel_number", "4 not_an_address email",
                            "5 not_an_address email", "6 unknown_word language", "7 unknown_word role",
                            "8 not_text name", "10 too_long name", "12 not_text name"));
}

TEST(ImportRows, TakeAnEmptyCellForOneThatIsNotThere) {
    const auto file = read_import("naam;email;functie\nAda;a@b;\n");
    ASSERT_EQ(file.rows.size(), 1u);
    EXPECT_FALSE(file.rows[0].title);
}

}  // namespace
}  // namespace plein::features
