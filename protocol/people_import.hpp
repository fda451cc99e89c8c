/// People from a file (CSV): a plan says row by row what would happen, then the same file is applied as a whole.
#pragma once

#include "protocol/managed_accounts.hpp"

namespace plein {

enum class ImportColumn { personnel_number, name, email, department, title, language, role };
PLEIN_DESCRIBE_ENUM(ImportColumn, personnel_number, name, email, department, title, language, role)

enum class ImportOutcome { added, changed, wrong };
PLEIN_DESCRIBE_ENUM(ImportOutcome, added, changed, wrong)

/// Why a row, or the file from this line on, cannot be taken.
enum class ImportFault {
    encoding,             // the file is neither UTF-8 nor Windows-1252 text
    quotes,               // a quote stands inside a cell, or is never closed
    too_many_rows,        // more than 20,000 below the header
    too_many_columns,     // more than 100
    no_rows,              // nothing below the header
    column_missing,       // the header has no such column; `email`: nor one for the personnel number
    column_twice,         // the header has it two times
    missing,              // the cell is empty; `email`: the row has no personnel number either
    too_long,             // the cell has more bytes than it may
    not_text,             // line breaks or control characters
    not_an_address,       // of e-mail
    not_a_number,         // a personnel number has no blanks and no @
    unknown_department,   // none has this name or path
    several_departments,  // more than one has this name: the path tells them apart
    unknown_word,         // no language, or no role
    role_by_hand,         // rights are given, and taken, one person at a time
    other_person,         // this e-mail address is that of somebody with another personnel number
    twice,                // `other_line` is about the same person
};
PLEIN_DESCRIBE_ENUM(ImportFault, encoding, quotes, too_many_rows, too_many_columns, no_rows, column_missing,
                    column_twice, missing, too_long, not_text, not_an_address, not_a_number,
                    unknown_department, several_departments, unknown_word, role_by_hand, other_person, twice)

/// What a file can say of a person.
struct AccountDetails {
    std::string name;
    std::string title;
    std::optional<std::string> email;
    std::optional<std::string> personnel_number;
    std::optional<DepartmentId> department;
    Role role = Role::employee;
    Language language = Language::nl;  // of a new one; afterwards it is the person's own choice
};
PLEIN_DESCRIBE(AccountDetails, name, title, email, personnel_number, department, role, language);

/// `line` as an editor counts. `who`: the name by now, else the one of the row; empty for faults of the file.
struct ImportLine {
    std::int32_t line = 1;
    ImportOutcome outcome = ImportOutcome::wrong;
    std::string who;
    std::optional<PersonId> person;  // whom it changes
    std::optional<AccountDetails> before;
    std::optional<AccountDetails> after;  // of one added or changed
    std::vector<ImportColumn> changes;    // in what `before` and `after` differ
    std::optional<ImportFault> fault;     // of a wrong one, with where and, for `twice`, beside which line
    std::optional<ImportColumn> column;
    std::optional<std::int32_t> other_line;
};
PLEIN_DESCRIBE(ImportLine, line, outcome, who, person, before, after, changes, fault, column, other_line);

/// `lines`: of each outcome the first 200, in the order of the file. `fingerprint`: of everything that would happen;
/// absent as long as a row is wrong, since a file is applied as a whole.
struct ImportPlan {
    std::int32_t added = 0;
    std::int32_t changed = 0;
    std::int32_t unchanged = 0;
    std::int32_t wrong = 0;
    std::vector<ImportLine> lines;
    std::vector<std::string> ignored;  // columns that say nothing to us, as the header has them
    std::optional<std::string> fingerprint;
};
PLEIN_DESCRIBE(ImportPlan, added, changed, unchanged, wrong, lines, ignored, fingerprint);

/// Changes nothing. A person is found by personnel number, else by e-mail address; who is found nowhere is new. Empty
/// cells change nothing, and nobody is suspended for not being in the file.
struct PlanImport {
    Bytes<limits::import_file> file;

    static constexpr Right needs = Right::manage_people;
    static constexpr std::size_t max_body = limits::import_body;
    using Response = ImportPlan;
    static constexpr Endpoint endpoint{Method::post, "/api/accounts/import/plan",
                                       "Says what a CSV file of people would change, row by row.",
                                       Audience::signed_in, ErrorCode::forbidden};
};
PLEIN_DESCRIBE(PlanImport, file);

/// `without_email`: the new ones who need a link on paper.
struct ImportDone {
    std::int32_t added = 0;
    std::int32_t changed = 0;
    std::vector<PersonId> without_email;
};
PLEIN_DESCRIBE(ImportDone, added, changed, without_email);

/// All of it or nothing, and only what was shown: a conflict when by now something else would happen. Applying twice
/// leaves what applying once left, so an unknown outcome is looked up with another plan.
struct ApplyImport {
    Bytes<limits::import_file> file;
    Text<limits::token, 1> fingerprint;  // of the plan that was seen

    static constexpr Right needs = Right::manage_people;
    static constexpr std::size_t max_body = limits::import_body;
    using Response = ImportDone;
    static constexpr Endpoint endpoint{Method::put,
                                       "/api/accounts/import",
                                       "Adds and changes people as a plan of the same file said.",
                                       Audience::signed_in,
                                       ErrorCode::forbidden,
                                       ErrorCode::conflict};
};
PLEIN_DESCRIBE(ApplyImport, file, fingerprint);

}  // namespace plein
