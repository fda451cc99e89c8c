// Previews of links, by the running server: what its administrator has to switch on, where it does not go, and what a picture
// from outside may do.
#include "protocol/routes.hpp"
#include "tests/support/deployment.hpp"
#include "tests/support/page_server.hpp"
#include "tests/support/storage_fixture.hpp"

#include <gmock/gmock.h>

namespace plein::test {
namespace {

class LinkPreviewsOverHttp : public testing::Test {
protected:
    Post link_to(const std::string& url) {
        CreatePost request{.tab = plein.town.general, .body = {url}};
        request.client_id.bytes = {static_cast<std::uint8_t>(++posts_)};
        return plein.device(plein.town.owner).ask(request);
    }

    Deployment plein{{.redis = false, .settings = {{"PLEIN_PREVIEWS_ENABLED", "true"}}}};

private:
    int posts_ = 0;
};

TEST_F(LinkPreviewsOverHttp, GoToNoServerOnThisMachine) {
    PageServer inside;
    inside.show("/", "<title>secret</title>");
    const std::string port = ":" + std::to_string(inside.port()) + "/";
    Device member = plein.device(plein.town.member);
    for (const char* host : {"127.0.0.1", "localhost", "2130706433", "0x7f.1", "0.0.0.0"}) {
        const Post made = link_to("http://" + (host + port));
        EXPECT_EQ(member.ask(GetLinkPreview{made.id}).preview.has_value(), false) << host;
    }
    EXPECT_EQ(inside.connections(), 0u);
}

TEST_F(LinkPreviewsOverHttp, ShowPicturesThatMayDoNothing) {
    const Post made = link_to("https://page.example/");
    run_sql(plein.database(),
            "INSERT INTO link_previews (url_hash, asked_at, fetched_at, title, image_type, image) "
            "VALUES (sha256('https://page.example/'), now(), now(), 'A bench', 'image/gif', "
            "'\\x47494638396101000100')");
    Device member = plein.device(plein.town.member);
    EXPECT_EQ(member.ask(GetLinkPreview{made.id}).preview->title, "A bench");
    const auto picture = member.send(GetLinkPreviewImage{made.id});
    ASSERT_EQ(picture.status, 200u);
    EXPECT_EQ(picture.body, (std::string{"GIF89a\1\0\1\0", 10}));
    EXPECT_EQ(picture.field("content-type"), "image/gif");
    EXPECT_EQ(picture.field("x-content-type-options"), "nosniff");
    EXPECT_EQ(picture.field("cache-control"), "no-store");
    std::vector<std::string> policies;
    for (const auto& [name, value] : picture.fields)
        if (name == "content-security-policy") policies.push_back(value);
    EXPECT_THAT(policies, testing::Contains("default-src 'none'; sandbox"));
    EXPECT_EQ(plein.device(plein.town.stranger).send(GetLinkPreviewImage{made.id}).status, 404u);
}

TEST(LinkPreviewsOverHttpByDefault, AreSwitchedOff) {
    Deployment plein{{.redis = false}};
    CreatePost request{.tab = plein.town.general, .body = {"https://page.example/"}};
    const Post made = plein.device(plein.town.owner).ask(request);
    EXPECT_EQ(plein.device(plein.town.member).ask(GetLinkPreview{made.id}).preview.has_value(), false);
    EXPECT_EQ(run_sql(plein.database(), "SELECT FROM link_previews").size(), 0u);
}

}  // namespace
}  // namespace plein::test
