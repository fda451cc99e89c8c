// WebSocket clients that others wrote talk with the running binary, as far as such a client lets one: sign in, follow a
// group, hear what is posted, ping, fragments, goodbye, and what is said wrong is answered with its code.
#include "tests/support/command.hpp"
#include "tests/support/deployment.hpp"

#include <gtest/gtest.h>

namespace plein::test {
namespace {

class ForeignClients : public testing::Test {
protected:
    Outcome talk(const std::string& program, const std::string& script) {
        return run_program(
            program,
            {PLEIN_SOURCE_DIR "/tests/foreign/" + script, std::to_string(plein.port()), "member@example.org",
             password_of_all, std::to_string(plein.town.general.value), group_stream(plein.town.group)});
    }

    Deployment plein{{.redis = false}};
};

TEST_F(ForeignClients, WebsocketsOfPythonGetsAlong) {
    const Outcome outcome = talk("/usr/bin/python3", "talk.py");
    EXPECT_EQ(outcome.status, 0) << outcome.err;
}

TEST_F(ForeignClients, WsOfNodeGetsAlong) {
    const Outcome outcome = talk("node", "talk.mjs");
    EXPECT_EQ(outcome.status, 0) << outcome.err;
}

}  // namespace
}  // namespace plein::test
