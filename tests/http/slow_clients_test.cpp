// Hundreds of clients that are slow on purpose (slowhttptest) against the running binary: somebody honest is served all the
// while, the slow ones are cut off, and what they held comes back.
#include "tests/support/command.hpp"
#include "tests/support/deployment.hpp"
#include "tests/support/restless.hpp"
#include "tests/support/sanitizers.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/until.hpp"

#include <gmock/gmock.h>

namespace plein::test {
namespace {

using testing::HasSubstr;

constexpr std::size_t crowd = 300;
constexpr std::size_t mib = 1024 * 1024;

struct Attack {
    std::string name;
    std::vector<std::string> options;  // of slowhttptest
    std::string path;
    std::string end = "No open connections left";
    bool takes_time = true;
};
void PrintTo(const Attack& attack, std::ostream* out) { *out << attack.name; }

/// A web client with a file that no socket holds at once. A node reads it when it starts.
struct Web : TemporaryFolder {
    Web() {
        write("index.html", "<!doctype html>");
        write("assets/large.js", std::string(4 * mib, 'x'));
    }
};

class SlowClients : public testing::TestWithParam<Attack> {
protected:
    /// Ends when the last connection has ended, or after so many seconds (-l).
    Outcome attack() {
        const std::string count = std::to_string(crowd);
        std::vector<std::string> words{"-c", count, "-r", count, "-p", "10"};
        words.insert(words.end(), GetParam().options.begin(), GetParam().options.end());
        words.insert(words.end(),
                     {"-u", "http://127.0.0.1:" + std::to_string(plein_.port()) + GetParam().path});
        return run_program("slowhttptest", words);
    }

    Web web_;
    Deployment plein_{{.redis = false,
                       .settings = {{"PLEIN_SERVER_WEB_ROOT", web_.path().string()},
                                    {"PLEIN_TIMEOUTS_HEADER_MS", "1000"},
                                    {"PLEIN_TIMEOUTS_BODY_MS", "1000"},
                                    {"PLEIN_TIMEOUTS_WRITE_MS", "1000"},
                                    {"PLEIN_TIMEOUTS_CLOSING_MS", "500"},
                                    {"PLEIN_LIMITS_SOCKET_SEND_BUFFER", "16384"}}}};
};

TEST_P(SlowClients, AreCutOffWhileOthersAreServed) {
    Restless member{plein_.device(plein_.town.member), plein_.town.general, 1};
    member.wait_for(20);
    const std::size_t descriptors = plein_.node().open_descriptors();
    const std::size_t memory = plein_.node().resident_bytes();

    const int answers = member.answers();
    EXPECT_THAT(attack().out, HasSubstr(GetParam().end));
    if (GetParam().takes_time) {
        EXPECT_GT(member.answers(), answers + 20);
        EXPECT_GE(plein_.figure("plein_timeouts_total"), crowd);
    }
    member.wait_for(20);
    EXPECT_EQ(member.faults(), 0);

    EXPECT_TRUE(until([&] { return plein_.node().open_descriptors() <= descriptors; }));
    if (!with_address_sanitizer) {
        EXPECT_LT(plein_.node().resident_bytes(), memory + 16 * mib);
    }
}

INSTANTIATE_TEST_SUITE_P(
    Slowhttptest, SlowClients,
    testing::Values(
        Attack{"SlowHeads", {"-H", "-i", "1", "-l", "30"}, "/"},
        Attack{"SlowBodies", {"-B", "-i", "1", "-s", "100000", "-l", "30"}, "/api/session"},
        // What the node has sent already, they go on reading in their drops when it has cut them off.
        Attack{"SlowReaders",
               {"-X", "-i", "1", "-n", "1", "-z", "32", "-w", "512", "-y", "1024", "-l", "8"},
               "/assets/large.js",
               "Hit test time limit"},
        Attack{"ManyRanges",
               {"-R", "-b", "3000", "-l", "30"},
               "/assets/large.js",
               "No open connections left",
               false}),
    [](const auto& info) { return info.param.name; });

}  // namespace
}  // namespace plein::test
