// What a scanner that others wrote (sslscan) finds at the running binary: TLS 1.2 and 1.3 with forward secrecy, nothing else.
#include "tests/net/test_certificate.hpp"
#include "tests/support/command.hpp"
#include "tests/support/deployment.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gmock/gmock.h>

#include <sstream>

namespace plein::test {
namespace {

using testing::AnyOf;
using testing::Each;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::MatchesRegex;
using testing::Not;
using testing::StartsWith;

struct Found {
    std::vector<std::string> versions;  // "TLSv1.2", that are spoken
    std::vector<std::string> ciphers;   // "ECDHE-ECDSA-AES256-GCM-SHA384", that are taken
};

/// Of lines like "TLSv1.2   enabled" and "Accepted  TLSv1.2  256 bits  ECDHE-ECDSA-AES256-GCM-SHA384".
Found read(const std::string& report) {
    Found found;
    std::istringstream lines{report};
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words{line};
        std::string first, second, bits, unit, cipher;
        words >> first >> second >> bits >> unit >> cipher;
        if (second == "enabled") found.versions.push_back(first);
        if (first == "Preferred" || first == "Accepted") found.ciphers.push_back(cipher);
    }
    return found;
}

TEST(TlsScan, FindsTwoVersionsAndNoCipherWithoutForwardSecrecy) {
    const TemporaryFolder folder;
    const auto pair = net::test::make_certificate("localhost");
    const auto certificate = folder.write("certificate.pem", pair.certificate);
    const auto key = folder.write("key.pem", pair.key);
    const Deployment plein{
        {.redis = false, .settings = {{"PLEIN_TLS_CERTIFICATE", certificate}, {"PLEIN_TLS_KEY", key}}}};
    const Outcome scan = run_program("sslscan", {"--no-colour", "127.0.0.1:" + std::to_string(plein.port())});
    const Found found = read(scan.out);
    EXPECT_THAT(found.versions, ElementsAre("TLSv1.2", "TLSv1.3")) << scan.out;
    EXPECT_THAT(found.ciphers, Not(IsEmpty()));
    // The names of TLS 1.3 say nothing of the exchange, which is always an ephemeral one. None of both kinds is in CBC mode.
    EXPECT_THAT(found.ciphers, Each(AnyOf(StartsWith("TLS_"), MatchesRegex("ECDHE-.*(GCM|CHACHA20).*"))));
}

}  // namespace
}  // namespace plein::test
