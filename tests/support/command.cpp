#include "tests/support/command.hpp"

#define BOOST_PROCESS_USE_STD_FS  // a library less
#include <boost/process.hpp>

#include <iterator>

namespace plein::test {

namespace process = boost::process;

namespace {

std::string rest_of(std::istream& stream) {
    return {std::istreambuf_iterator<char>{stream}, std::istreambuf_iterator<char>{}};
}

}  // namespace

Outcome run_plein(const std::vector<std::string>& words, const Settings& settings, const std::string& input) {
    return run_program(PLEIN_BINARY, words, settings, input);
}

Outcome run_program(const std::string& program, const std::vector<std::string>& words,
                    const Settings& settings, const std::string& input) {
    process::environment environment;
    for (const auto& [name, value] : settings)
        environment[name] = value;
    process::opstream in;
    process::ipstream out;
    process::ipstream err;
    process::child child{program, process::args(words), environment,
                         process::std_in<in, process::std_out> out, process::std_err > err};
    in << input << std::flush;
    in.pipe().close();
    Outcome outcome;
    outcome.out = rest_of(out);
    outcome.err = rest_of(err);
    child.wait();
    outcome.status = child.exit_code();
    return outcome;
}

}  // namespace plein::test
