/// People on the live channel of the running binary: who follows what, and what they hear.
#pragma once

#include "protocol/routes.hpp"
#include "tests/support/deployment.hpp"

#include <gtest/gtest.h>

namespace plein::test {

inline constexpr unsigned policy_violation = 1008;

class LiveTest : public testing::Test {
protected:
    explicit LiveTest(DeploymentOptions options = {.redis = false}) : plein(std::move(options)) {}

    PostId post(PersonId author, TabId tab, const std::string& body, std::size_t node = 0) {
        CreatePost request{.tab = tab, .body = {body}};
        request.client_id.bytes = {static_cast<std::uint8_t>(++posts_)};
        return plein.device(author, node).ask(request).id;
    }

    /// Follows the stream from now on.
    LiveClient follower(PersonId person, const std::string& stream, std::size_t node = 0) {
        LiveClient client = plein.live(person, node);
        client.subscribe(stream);
        client.until_type("subscribed", stream);
        return client;
    }

    static LiveLine until_words(LiveClient& client, const std::string& words) {
        return client.until([&](const LiveLine& line) { return line.text.find(words) != std::string::npos; });
    }
    static bool has_heard(const LiveClient& client, const std::string& words) {
        for (const LiveLine& line : client.heard()) {
            if (line.text.find(words) != std::string::npos) return true;
        }
        return false;
    }

    Deployment plein;
    const Organisation& town = plein.town;
    const std::string group = group_stream(town.group);

private:
    int posts_ = 0;
};

}  // namespace plein::test
