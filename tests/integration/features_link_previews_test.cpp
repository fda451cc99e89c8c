// Previews of pages outside: who gets them, and how seldom anybody asks there. A server of this machine counts as outside.
#include "server/features/link_previews.hpp"

#include "server/features/link_pages.hpp"
#include "server/jobs/jobs.hpp"
#include "tests/support/page_server.hpp"
#include "tests/support/question_fixture.hpp"
#include "tests/support/until.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/write.hpp>

#include <future>

namespace plein::test {
namespace {

using namespace features;
using testing::Optional;
using testing::SizeIs;
using std::string_literals::operator""s;

const std::string small_png = "\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\x02\0\0\0\x02\x08\x06\0\0\0"s;

class LinkPreviews : public QuestionTest {
protected:
    LinkPreviews() {
        outside.show("/page", R"(<title>A bench</title><meta name="description" content="Of oak">
                                 <meta property="og:image" content="/bench.png">)");
        outside.show("/bench.png", small_png, "image/jpeg");
    }

    static LinkPages pages_with(LinkPageOptions options) {
        return LinkPages{options, [](const auto& address, std::uint16_t) { return address.is_loopback(); },
                         previews::resolve_by_system};
    }

    Post link_to(const std::string& path) { return post(town.owner, town.general, outside.url(path)); }
    std::future<LinkPreviewAnswer> start(PersonId who, const Post& of) {
        return io.start(get_link_preview(edge, token_of(who), of.id));
    }
    std::optional<LinkPreview> preview(PersonId who, const Post& of) { return start(who, of).get().preview; }
    std::string title(PersonId who, const Post& of) {
        const auto found = preview(who, of);
        return found ? found->title : "(none)";
    }
    Picture image(PersonId who, const Post& of) {
        return database->read_now([&, token = token_of(who)](Snapshot& snapshot) {
            return get_link_preview_image(snapshot, access::identify(snapshot, token),
                                          GetLinkPreviewImage{of.id}, edge.organisation);
        });
    }
    std::optional<ErrorCode> refused_preview(PersonId who, const Post& of) {
        return refusal_of([&] { (void)preview(who, of); });
    }
    std::optional<ErrorCode> refused_image(PersonId who, const Post& of) {
        return refusal_of([&] { (void)image(who, of); });
    }
    void age(const std::string& interval) {
        run_sql(test_database, "UPDATE link_previews SET asked_at = asked_at - interval '" + interval +
                                   "', fetched_at = fetched_at - interval '" + interval + "'");
    }
    std::int64_t kept() {
        return run_sql(test_database, "SELECT count(*) FROM link_previews")[0][0].as<std::int64_t>();
    }

    PageServer outside;
    LinkPages pages = pages_with({});
    Edge edge{*database, {"Test", "https://plein.example.org"}, WriteLimits{}, &pages};
};

TEST_F(LinkPreviews, SayWhatThePageSaysOfItself) {
    const Post made = link_to("/page");
    const auto found = preview(town.member, made);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->url, outside.url("/page"));
    EXPECT_EQ(found->site, "127.0.0.1");
    EXPECT_EQ(found->title, "A bench");
    EXPECT_THAT(found->description, Optional("Of oak"s));
    EXPECT_TRUE(found->has_image);
    const Picture picture = image(town.member, made);
    EXPECT_EQ(picture.type, "image/png") << "as its bytes say, whatever its server does";
    EXPECT_EQ(picture.text, small_png);
}

TEST_F(LinkPreviews, AskThePageOnceForAllPostsAndReaders) {
    const Post first = link_to("/page");
    EXPECT_EQ(title(town.member, first), "A bench");
    EXPECT_EQ(title(town.colleague, first), "A bench");
    EXPECT_EQ(title(town.owner, link_to("/page")), "A bench");
    EXPECT_THAT(outside.requests(), SizeIs(2)) << "the page and its picture";
}

TEST_F(LinkPreviews, OfTwoWhoAskAtOnceOneGoesThereAndBothHear) {
    std::promise<void> answered;
    outside.act("/slow", [&, may_answer = answered.get_future().share()](PageServer::Socket& socket) {
        may_answer.wait();
        boost::system::error_code ignored;
        boost::asio::write(socket,
                           boost::asio::buffer("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
                                               "<title>Late</title>"s),
                           ignored);
    });
    const Post made = link_to("/slow");
    auto first = start(town.member, made);
    ASSERT_TRUE(until([&] { return outside.requests().size() == 1; }));
    auto second = start(town.colleague, made);
    answered.set_value();
    EXPECT_EQ(first.get().preview->title, "Late");
    EXPECT_EQ(second.get().preview->title, "Late");
    EXPECT_THAT(outside.requests(), SizeIs(1));
}

TEST_F(LinkPreviews, AreNothingToWhoDoesNotReadThePost) {
    const Post made = link_to("/page");
    const Post limited = post(town.owner, town.transport_tab, outside.url("/page"));
    for (const PersonId who : {town.stranger, town.guest, town.administrator}) {
        EXPECT_EQ(refused_preview(who, made), ErrorCode::not_found);
        EXPECT_EQ(refused_image(who, made), ErrorCode::not_found);
    }
    EXPECT_EQ(refused_preview(town.colleague, limited), ErrorCode::not_found);
    EXPECT_THAT(outside.requests(), IsEmpty());
    EXPECT_EQ(title(town.member, limited), "A bench");
    remove(town.owner, town.member);
    EXPECT_EQ(refused_preview(town.member, limited), ErrorCode::not_found);
    EXPECT_EQ(refused_image(town.member, limited), ErrorCode::not_found);
}

TEST_F(LinkPreviews, OfAPrivateQuestionAreNeverFetched) {
    auto request = posting(town.general, outside.url("/page"));
    request.question = Addressee{.department = town.warehouse};
    request.confidential = true;
    const Post asked = act(town.member, create_post, request);
    EXPECT_EQ(refused_preview(town.owner, asked), ErrorCode::not_found);
    EXPECT_EQ(refused_image(town.owner, asked), ErrorCode::not_found);
    EXPECT_EQ(title(town.member, asked), "(none)");
    EXPECT_EQ(title(town.colleague, asked), "(none)");
    EXPECT_EQ(refused_image(town.member, asked), ErrorCode::not_found);
    EXPECT_THAT(outside.requests(), IsEmpty());
}

TEST_F(LinkPreviews, AreNotForWhoIsRemovedWhileThePageIsFetched) {
    outside.act("/page", [&](PageServer::Socket& socket) {
        remove(town.owner, town.member);
        boost::system::error_code ignored;
        boost::asio::write(socket,
                           boost::asio::buffer("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
                                               "<title>words</title>"s),
                           ignored);
    });
    EXPECT_EQ(refused_preview(town.member, link_to("/page")), ErrorCode::not_found);
}

TEST_F(LinkPreviews, HoldNothingOfTheDatabaseWhileAPageIsFetched) {
    const auto narrow = open({.connections = 1});
    const Post made = link_to("/page");
    outside.act("/page", [&](PageServer::Socket&) {
        EXPECT_EQ(refusal_of([&] { narrow->read_now([](Snapshot& snapshot) { return snapshot.now(); }); }),
                  std::nullopt);
    });
    Edge other{*narrow, edge.organisation, WriteLimits{}, &pages};
    EXPECT_EQ(io.start(get_link_preview(other, token_of(town.member), made.id)).get().preview.has_value(),
              false);
    EXPECT_THAT(outside.requests(), SizeIs(1));
}

TEST_F(LinkPreviews, AreOfTheFirstLinkThatLeadsOutside) {
    const auto first = [](const std::string& body) {
        return first_link_outside({to_blocks(body)}, "https://plein.example.org");
    };
    EXPECT_EQ(first("words, and me@example.org"), "");
    EXPECT_EQ(
        first("[a](https://plein.example.org/posts/7) https://PLEIN.example.org/ "
              "[mail](mailto:me@example.org) > \n\n- **[b](https://b.example/)**\n\nhttps://c.example/"),
        "https://b.example/");
    EXPECT_EQ(first("http://me:secret@b.example/ https://c.example/"), "https://c.example/");
    EXPECT_EQ(first("https://b.example/" + std::string(2048, 'x') + " https://c.example/"),
              "https://c.example/");
    EXPECT_EQ(first("https://plein.example.org.b.example/"), "https://plein.example.org.b.example/");
    EXPECT_EQ(first("`https://b.example/`"), "");
}

TEST_F(LinkPreviews, LeadNowhereToOneselfHoweverThatIsWritten) {
    EXPECT_EQ(
        first_link_outside({to_blocks("https://plein.example.org./posts/7")}, "https://plein.example.org"),
        "");
}

TEST_F(LinkPreviews, OfAPostWithoutALinkAreNoWork) {
    EXPECT_EQ(title(town.member, post(town.owner, town.general, "words")), "(none)");
    EXPECT_THAT(outside.requests(), IsEmpty());
    EXPECT_EQ(kept(), 0);
}

TEST_F(LinkPreviews, FollowThePostWhenItIsEdited) {
    outside.show("/other", "<title>A table</title>");
    const Post made = link_to("/page");
    EXPECT_EQ(title(town.member, made), "A bench");
    FeatureTest::edit(town.owner, made, outside.url("/other"));
    EXPECT_EQ(title(town.member, made), "A table");
    EXPECT_EQ(refused_image(town.member, made), ErrorCode::not_found);
}

TEST_F(LinkPreviews, AreFetchedAgainAfterADayAlsoWhenThereWasNone) {
    const Post made = link_to("/page");
    EXPECT_EQ(title(town.member, made), "A bench");
    outside.say("/page", "HTTP/1.1 500 Out of order\r\nContent-Length: 0\r\n\r\n");
    age("23 hours");
    EXPECT_EQ(title(town.member, made), "A bench");
    age("61 minutes");
    EXPECT_EQ(title(town.member, made), "(none)");
    EXPECT_EQ(refused_image(town.member, made), ErrorCode::not_found);
    outside.show("/page", "<title>A table</title>");
    age("23 hours");
    EXPECT_EQ(title(town.member, made), "(none)");
    age("61 minutes");
    EXPECT_EQ(title(town.member, made), "A table");
}

TEST_F(LinkPreviews, AreFetchedByAnotherWhenWhoSetOutDoesNotComeBack) {
    const Post made = link_to("/page");
    EXPECT_EQ(title(town.member, made), "A bench");
    run_sql(test_database,
            "UPDATE link_previews SET fetched_at = NULL, asked_at = now() - interval '16 seconds'");
    EXPECT_EQ(title(town.member, made), "A bench");
    EXPECT_THAT(outside.requests(), SizeIs(4));
}

TEST_F(LinkPreviews, HaveOnlyPicturesThatAreSome) {
    outside.show("/page", R"(<title>A bench</title><meta property="og:image" content="bench.svg">)");
    outside.show("/bench.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "image/svg+xml");
    const Post made = link_to("/page");
    EXPECT_FALSE(preview(town.member, made)->has_image);
    EXPECT_EQ(refused_image(town.member, made), ErrorCode::not_found);
    EXPECT_THAT(outside.requests(), SizeIs(2));
}

TEST_F(LinkPreviews, OfOnePersonAreFetchedOnlySoOftenAMinute) {
    LinkPages few = pages_with({.of_a_person = 1});
    edge.link_pages = &few;
    outside.show("/other", "<title>A table</title>");
    const Post other = link_to("/other");
    EXPECT_EQ(title(town.member, link_to("/page")), "A bench");
    EXPECT_EQ(title(town.member, other), "(none)");
    EXPECT_EQ(kept(), 1);
    EXPECT_EQ(title(town.colleague, other), "A table");
    EXPECT_EQ(title(town.member, other), "A table") << "what is kept is for everyone";
}

TEST_F(LinkPreviews, OfAllAreFetchedOnlySoOftenAMinuteAndSoManyAtATime) {
    const Post made = link_to("/page");
    for (const LinkPageOptions& options : {LinkPageOptions{.of_all = 0}, LinkPageOptions{.queue = 0}}) {
        LinkPages none = pages_with(options);
        edge.link_pages = &none;
        EXPECT_EQ(title(town.member, made), "(none)");
    }
    EXPECT_THAT(outside.requests(), IsEmpty());
}

TEST_F(LinkPreviews, TakeNoLongerThanTheyAreGiven) {
    LinkPages quick = pages_with(
        {.most_time = std::chrono::milliseconds{300}, .least_time = std::chrono::milliseconds{100}});
    edge.link_pages = &quick;
    outside.act("/page", [](PageServer::Socket& socket) { wait_for_end(socket, "HTTP/1.1 200 OK\r\n"); });
    EXPECT_EQ(title(town.member, link_to("/page")), "(none)");
}

TEST_F(LinkPreviews, WaitForNoServerOfNamesThatDoesNotAnswer) {
    std::promise<void> answered;
    LinkPages stuck{{.most_time = std::chrono::milliseconds{100}},
                    previews::may_connect_outside,
                    [may_answer = answered.get_future().share()](const std::string&) {
                        may_answer.wait();
                        return std::vector<boost::asio::ip::address>{};
                    }};
    edge.link_pages = &stuck;
    EXPECT_EQ(title(town.member, link_to("/page")), "(none)");
    answered.set_value();
}

TEST_F(LinkPreviews, AreNoneWhereTheyAreSwitchedOff) {
    const Post made = link_to("/page");
    edge.link_pages = nullptr;
    EXPECT_EQ(title(town.member, made), "(none)");
    EXPECT_EQ(refused_preview(town.stranger, made), ErrorCode::not_found);
    EXPECT_THAT(outside.requests(), IsEmpty());
}

TEST_F(LinkPreviews, AreForgottenWhenNobodyAskedForAMonth) {
    EXPECT_EQ(title(town.member, link_to("/page")), "A bench");
    age("29 days");
    EXPECT_EQ(jobs::forget_old_previews(*database), 0);
    age("2 days");
    EXPECT_EQ(jobs::forget_old_previews(*database), 1);
    EXPECT_EQ(kept(), 0);
    run_sql(test_database,
            "INSERT INTO link_previews (url_hash, asked_at) "
            "SELECT sha256(n::text::bytea), now() - n * interval '1 second' "
            "  FROM generate_series(1, 2003) AS n");
    EXPECT_EQ(jobs::forget_old_previews(*database), 2);
    EXPECT_EQ(jobs::forget_old_previews(*database), 0);
}

}  // namespace
}  // namespace plein::test
