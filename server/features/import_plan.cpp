#include "server/features/import_plan.hpp"

#include "protocol/json_writer.hpp"
#include "server/access/access.hpp"
#include "server/features/import_rows.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace plein::features {

namespace {

using storage::KnownAccount;
using storage::Login;
using Column = ImportColumn;
using Fault = ImportFault;

/// Whom the rows may be about, read by few statements before the first row is looked at.
struct Known {
    std::map<std::string, KnownAccount> by_number;
    std::map<std::string, KnownAccount> by_email;
    std::map<std::string, std::vector<DepartmentId>> departments;
};

Known look_up(storage::Reader& reader, const storage::AccountsAccess& accounts, const ImportFile& file) {
    std::vector<std::string> numbers;
    std::vector<std::string> emails;
    std::set<std::string> paths;
    for (const ImportRow& row : file.rows) {
        if (row.personnel_number) numbers.push_back(*row.personnel_number);
        if (row.email) emails.push_back(*row.email);
        if (row.department) paths.insert(*row.department);
    }
    return {storage::select_known(reader, accounts, Login::personnel_number, numbers),
            storage::select_known(reader, accounts, Login::email, emails),
            storage::select_departments_named(reader, {paths.begin(), paths.end()})};
}

const KnownAccount* find(const std::map<std::string, KnownAccount>& known,
                         const std::optional<std::string>& login) {
    const auto found = login ? known.find(*login) : known.end();
    return found == known.end() ? nullptr : &found->second;
}

/// Puts the cell in the place of what was there; an empty one leaves it.
template <class Value>
void put(Value& value, const std::optional<std::string>& cell, Column column, std::vector<Column>& changes) {
    if (!cell || value == *cell) return;
    value = *cell;
    changes.push_back(column);
}

class Planner {
public:
    explicit Planner(const Known& known) : known_(known) {}

    /// Throws ImportLine: the fault of the row.
    void take(const ImportRow& row) {
        row_ = &row;
        check_once(row.personnel_number, by_number_, Column::personnel_number);
        check_once(row.email, by_email_, Column::email);
        const KnownAccount* const known = whom();
        who_ = known ? known->details.name : row.name.value_or("");
        if (known != nullptr)
            change(*known);
        else
            add();
    }

    Import finish(ImportFile&& file) {
        for (ImportLine& fault : file.faults)
            lines_.push_back(std::move(fault));
        std::ranges::sort(lines_, {}, &ImportLine::line);
        ImportPlan& plan = import_.plan;
        std::map<ImportOutcome, std::int32_t> counts;
        for (ImportLine& line : lines_) {
            if (static_cast<std::size_t>(++counts[line.outcome]) <= limits::import_lines)
                plan.lines.push_back(std::move(line));
        }
        plan.added = counts[ImportOutcome::added];
        plan.changed = counts[ImportOutcome::changed];
        plan.wrong = counts[ImportOutcome::wrong];
        plan.ignored = std::move(file.ignored);
        if (plan.wrong == 0) plan.fingerprint = access::hash_token(doing_);
        return std::move(import_);
    }

    void refuse(ImportLine fault) { lines_.push_back(std::move(fault)); }

private:
    [[noreturn]] void refuse(Fault fault, Column column,
                             std::optional<std::int32_t> other = std::nullopt) const {
        ImportLine line = fault_at(row_->line, fault, column);
        line.who = who_.empty() ? row_->name.value_or("") : who_;
        line.other_line = other;
        throw line;
    }

    template <class Key>
    void check_once(const std::optional<Key>& key, std::map<Key, std::int32_t>& seen, Column column) {
        if (!key) return;
        const auto [place, is_first] = seen.emplace(*key, row_->line);
        if (!is_first) refuse(Fault::twice, column, place->second);
    }

    const KnownAccount* whom() {
        const KnownAccount* const numbered = find(known_.by_number, row_->personnel_number);
        const KnownAccount* const addressed = find(known_.by_email, row_->email);
        who_.clear();
        if (numbered && addressed && numbered->person != addressed->person)
            refuse(Fault::other_person, Column::email);
        if (!numbered && addressed && row_->personnel_number && addressed->details.personnel_number)
            refuse(Fault::other_person, Column::email);
        const KnownAccount* const found = numbered ? numbered : addressed;
        if (found)
            check_once(std::optional{found->person}, by_person_,
                       numbered ? Column::personnel_number : Column::email);
        return found;
    }

    std::optional<DepartmentId> department() const {
        if (!row_->department) return std::nullopt;
        const auto found = known_.departments.find(*row_->department);
        if (found == known_.departments.end()) refuse(Fault::unknown_department, Column::department);
        if (found->second.size() > 1) refuse(Fault::several_departments, Column::department);
        return found->second.front();
    }

    void add() {
        if (!row_->name) refuse(Fault::missing, Column::name);
        const Role role = row_->role.value_or(Role::employee);
        if (role != Role::employee && role != Role::guest) refuse(Fault::role_by_hand, Column::role);
        AccountDetails person{.name = *row_->name,
                              .title = row_->title.value_or(""),
                              .email = row_->email,
                              .personnel_number = row_->personnel_number,
                              .department = department(),
                              .role = role,
                              .language = row_->language.value_or(Language::nl)};
        doing_ += "+" + to_json(person);
        tell(ImportOutcome::added).after = person;
        import_.added.push_back(std::move(person));
    }

    void change(const KnownAccount& known) {
        if (row_->role && *row_->role != known.details.role) refuse(Fault::role_by_hand, Column::role);
        Change change{known, known.details.department};
        AccountDetails& details = change.after.details;
        std::vector<Column> changes;
        put(details.name, row_->name, Column::name, changes);
        put(details.title, row_->title, Column::title, changes);
        put(details.email, row_->email, Column::email, changes);
        put(details.personnel_number, row_->personnel_number, Column::personnel_number, changes);
        if (const auto moved_to = department(); moved_to && moved_to != details.department) {
            details.department = moved_to;
            changes.push_back(Column::department);
        }
        if (changes.empty()) {
            ++import_.plan.unchanged;
            return;
        }
        doing_ += std::to_string(known.person.value) + "@" + std::to_string(known.version) + to_json(details);
        ImportLine& line = tell(ImportOutcome::changed);
        line.person = known.person;
        line.before = known.details;
        line.after = details;
        line.changes = std::move(changes);
        import_.changed.push_back(std::move(change));
    }

    ImportLine& tell(ImportOutcome outcome) {
        ImportLine line;
        line.line = row_->line;
        line.outcome = outcome;
        line.who = who_;
        return lines_.emplace_back(std::move(line));
    }

    const Known& known_;
    const ImportRow* row_ = nullptr;
    std::string who_;
    std::map<std::string, std::int32_t> by_number_;  // the line that was about them first
    std::map<std::string, std::int32_t> by_email_;
    std::map<PersonId, std::int32_t> by_person_;
    std::vector<ImportLine> lines_;
    std::string doing_;  // all that would happen: what the fingerprint is of
    Import import_;
};

}  // namespace

Import plan_of(storage::Reader& reader, const storage::AccountsAccess& accounts, std::string_view bytes) {
    ImportFile file = read_import(bytes);
    const Known known = look_up(reader, accounts, file);
    Planner planner{known};
    for (const ImportRow& row : file.rows) {
        try {
            planner.take(row);
        } catch (const ImportLine& fault) {
            planner.refuse(fault);
        }
    }
    return planner.finish(std::move(file));
}

}  // namespace plein::features
