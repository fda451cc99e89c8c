// The JSON codec: what is written, and that reading it gives the same.
#include "protocol/envelope.hpp"
#include "protocol/events.hpp"
#include "protocol/json_reader.hpp"
#include "protocol/live.hpp"
#include "protocol/routes.hpp"

#include <gtest/gtest.h>

namespace plein {
namespace {

Post some_post() {
    Post post{.id = {12}, .group = {7}, .tab = {31}, .author = {5}, .version = 3, .mark = Mark::personal};
    post.body = "Goedemorgen, \"allemaal\"\n";
    post.blocks.text = to_json(parse_markdown("Goedemorgen, **allemaal**"));
    post.published_at = parse_timestamp("2026-11-23T08:30:00.123Z").value();
    return post;
}

TEST(JsonWriter, WritesFieldsInTheOrderOfTheDescription) {
    EXPECT_EQ(to_json(PostDeleted{.post = {12}, .tab = {31}, .group = {7}, .version = 4}),
              R"({"post":12,"tab":31,"group":7,"version":4})");
}

TEST(JsonWriter, LeavesAbsentOptionalsOut) {
    EXPECT_EQ(to_json(Notice{.type = NoticeType::pong}), R"({"type":"pong"})");
    EXPECT_EQ(to_json(Notice{.type = NoticeType::lost, .stream = "tab:31"}),
              R"({"type":"lost","stream":"tab:31"})");
}

TEST(JsonWriter, WritesAnEmptyStructAsAnEmptyObject) { EXPECT_EQ(to_json(SignOut{}), "{}"); }

TEST(JsonWriter, EscapesSoThatTheResultIsOneLine) {
    std::string hostile;
    for (char c = 0; c < 0x20; ++c)
        hostile += c;
    const std::string json = to_json(Redacted{.subject = hostile + "\"\\</script>é😀"});
    EXPECT_EQ(json.find_first_of("\n\r"), std::string::npos);
    EXPECT_EQ(from_json<Redacted>(json).subject, hostile + "\"\\</script>é😀");
}

TEST(JsonWriter, SplicesJsonThatIsAlreadyThere) {
    const std::string json = to_json(some_post());
    EXPECT_NE(json.find(R"("blocks":[{"type":"paragraph","children":[)"), std::string::npos) << json;
}

TEST(JsonWriter, DropsTheUnderscoreThatDodgesAKeyword) { EXPECT_EQ(to_json(Method::delete_), R"("delete")"); }

TEST(JsonCodec, APostComesBackAsItWas) {
    const std::string json = to_json(PostCreated{some_post()});
    EXPECT_EQ(to_json(from_json<PostCreated>(json)), json);
}

TEST(JsonCodec, AnAnswerMayNestAsDeeplyAsMarkdown) {
    std::string lists;
    for (std::size_t depth = 0; depth < 3 * limits::block_depth; ++depth)
        lists += "- ";
    Post post = some_post();
    post.blocks.text = to_json(parse_markdown(lists + "*a **b [c](https://plein.nl)***"));
    const std::string json = to_json(PostPage{.items = {{.post = post}}});
    EXPECT_EQ(to_json(from_json<PostPage>(json, answer_depth)), json);
    EXPECT_THROW((void)from_json<PostPage>(json), Refusal);
}

TEST(JsonCodec, EveryKindOfFieldComesBackAsItWas) {
    const CreatePost request{.tab = {31},
                             .client_id = Uuid::parse("f81d4fae-7dec-11d0-a765-00a0c91e6bf6").value(),
                             .body = {"één\tregel\nen nog een 😀"},
                             .mark = Mark::personal};
    EXPECT_EQ(to_json(from_json<CreatePost>(to_json(request))), to_json(request));
    const ListPeople people{.ids = {{{1}, {2}, {PersonId::max}}}};
    EXPECT_EQ(from_json<ListPeople>(to_json(people)).ids, people.ids);
    const Reading reading{.tab = {31},
                          .version = 9,
                          .read_until = some_post().published_at,
                          .unread = 100,
                          .following = Following::muted};
    EXPECT_EQ(to_json(from_json<Reading>(to_json(reading))), to_json(reading));
    const Preferences preferences{.language = Language::en, .theme = Theme::dark};
    EXPECT_EQ(to_json(from_json<Preferences>(to_json(preferences))), to_json(preferences));
}

TEST(JsonCodec, EveryEnumeratorOfAnErrorComesBackAsItWas) {
    for (const auto& [code, name] : names_of<ErrorCode>) {
        const Problem problem{.status = 400, .code = code, .request_id = "r"};
        EXPECT_EQ(from_json<Problem>(to_json(problem)).code, code) << name;
    }
}

TEST(Envelope, IsOneLineAroundThePayload) {
    const Timestamp at = parse_timestamp("2026-11-23T08:30:00.000Z").value();
    EXPECT_EQ(envelope("tab:31", 9, at, PostDeleted::type, R"({"post":12})"),
              R"({"stream":"tab:31","seq":9,"at":"2026-11-23T08:30:00.000Z","type":"post.deleted","v":1,)"
              R"("data":{"post":12}})");
}

}  // namespace
}  // namespace plein
