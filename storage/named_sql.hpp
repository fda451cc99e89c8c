/// SQL that has a name: the prepared statement has it, and PostgreSQL's log, and the test that explains
/// every statement.
#pragma once

#include <string_view>
#include <vector>

namespace plein::storage {

/// Declared once per query as `constexpr`-like `const NamedSql select_tab_feed{"select_tab_feed",
/// R"sql(…)sql"};` at namespace scope of a repository. Text is a literal: nothing is ever concatenated into
/// it. Registration happens before main; each pool connection prepares a statement when it first runs it.
struct NamedSql {
    NamedSql(const char* name, const char* text);

    const char* name;
    const char* text;

    /// Every query of the program, for the test that explains each one.
    static const std::vector<const NamedSql*>& all();
};

}  // namespace plein::storage
