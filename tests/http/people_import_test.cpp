// A file of people over HTTP: who may send more than the general limit, and how much more.
#include "protocol/routes.hpp"
#include "tests/support/deployment.hpp"

#include <gtest/gtest.h>

namespace plein::test {
namespace {

/// Of so many bytes; the rest of the request is short.
PlanImport file_of(std::size_t bytes) {
    std::string file = "naam;email\nNieuw;nieuw@example.org\n";
    file.append(bytes - std::min(bytes, file.size()), '\n');
    return {{file}};
}

class PeopleImportOverHttp : public testing::Test {
protected:
    unsigned status_of(Device device, const PlanImport& request) { return device.send(request).status; }

    Deployment plein{{.redis = false}};
    const std::size_t above_the_general_limit = limits::request_body + 1;
};

TEST_F(PeopleImportOverHttp, AnAdministratorMaySendMoreThanOthers) {
    Device administrator = plein.device(plein.town.administrator);
    const auto seen = administrator.ask(file_of(limits::import_file));
    EXPECT_EQ(seen.added, 1);
    const auto done =
        administrator.ask(ApplyImport{file_of(limits::import_file).file, {seen.fingerprint.value()}});
    EXPECT_EQ(done.added, 1);
    EXPECT_EQ(administrator.ask(file_of(100)).unchanged, 1);
}

TEST_F(PeopleImportOverHttp, EverybodyElseKeepsToTheGeneralLimit) {
    EXPECT_EQ(status_of(plein.device(plein.town.member), file_of(above_the_general_limit)), 413u);
    EXPECT_EQ(status_of(Device{plein.port()}, file_of(above_the_general_limit)), 413u);
    EXPECT_EQ(status_of(plein.device(plein.town.member), file_of(100)), 403u);
}

TEST_F(PeopleImportOverHttp, AnAdministratorMeetsALimitToo) {
    EXPECT_EQ(status_of(plein.device(plein.town.administrator), file_of(limits::import_file + 1)), 400u);
    EXPECT_EQ(status_of(plein.device(plein.town.administrator), file_of(limits::import_body)), 413u);
}

TEST_F(PeopleImportOverHttp, OtherRoutesTakeNoMoreFromAnAdministrator) {
    CreatePost request{.tab = plein.town.general, .body = {std::string(above_the_general_limit, 'x')}};
    EXPECT_EQ(plein.device(plein.town.administrator).send(request).status, 413u);
}

}  // namespace
}  // namespace plein::test
