/// A line of results on standard output, as JSON: scripts/bench makes the table of them.
#pragma once

#include "tests/bench/timings.hpp"

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

    Report& add(std::string_view name, std::string_view text) {
        line_ += fmt::format(R"(,"{}":"{}")", name, text);
        return *this;
    }
    Report& add_percentiles(Timings& timings) {
        return add("p50_ms", timings.within(0.5))
            .add("p99_ms", timings.within(0.99))
            .add("p999_ms", timings.within(0.999));
    }

private:
    std::string line_;
};

}  // namespace plein::bench
