/// A line of results on standard output, as JSON: scripts/bench makes the table of them.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>

namespace plein::bench {

class Report {
public:
    explicit Report(std::string_view what) : line_(fmt::format(R"({{"what":"{}")", what)) {}
    ~Report() { fmt::print("{}}}\n", line_); }
    Report(const Report&) = delete;
    Report& operator=(const Report&) = delete;

    Report& add(std::string_view name, std::size_t count) {
        line_ += fmt::format(R"(,"{}":{})", name, count);
        return *this;
    }
    Report& add(std::string_view name, double value) {
        line_ += fmt::format(R"(,"{}":{:.3f})", name, value);
        return *this;
    }

private:
    std::string line_;
};

}  // namespace plein::bench
