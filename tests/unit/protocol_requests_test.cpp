// Requests from path, query and body; and what the list of all requests promises.
#include "protocol/events.hpp"
#include "protocol/live.hpp"
#include "protocol/request_reader.hpp"
#include "protocol/routes.hpp"
#include "protocol/type_name.hpp"

#include <gtest/gtest.h>

#include <set>

namespace plein {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

/// "invalid_request $.body", or "accepted".
template <Request R>
std::string refusal_of(const Pairs& path, const Pairs& query, std::string_view body) {
    try {
        (void)read_request<R>(path, query, body);
        return "accepted";
    } catch (const Refusal& refusal) {
        return std::string{name_of(refusal.code)} + " " + refusal.field;
    }
}

TEST(RequestReader, TakesFieldsFromThePathAndTheBody) {
    const auto request = read_request<CreatePost>(
        Pairs{{"tab", "31"}}, {},
        R"({"client_id":"f81d4fae-7dec-11d0-a765-00a0c91e6bf6","body":"Hoi","mark":"work"})");
    EXPECT_EQ(request.tab.value, 31);
    EXPECT_EQ(request.body.value, "Hoi");
}

TEST(RequestReader, TakesFieldsOfAGetFromTheQuery) {
    const auto request =
        read_request<ListPosts>(Pairs{{"tab", "31"}}, Pairs{{"limit", "50"}, {"before", "abc"}}, "");
    EXPECT_EQ(request.limit, 50);
    EXPECT_EQ(request.before->value, "abc");
    EXPECT_EQ(read_request<ListPosts>(Pairs{{"tab", "31"}}, {}, "").limit, std::nullopt);
    EXPECT_EQ(read_request<ListPeople>({}, Pairs{{"ids", "7,31"}}, "").ids.items,
              (std::vector<PersonId>{{7}, {31}}));
}

TEST(RequestReader, WhatIsNoIdDoesNotExist) {
    for (const char* bad :
         {"", "0", "-1", "x", "1x", " 1", "01", "+1", "1.0", "9007199254740992", "99999999999999999999"}) {
        EXPECT_EQ(refusal_of<GetPost>({{"post", bad}}, {}, ""), "not_found post") << bad;
    }
}

TEST(RequestReader, RefusesUnknownDoubleAndMissingParameters) {
    const Pairs tab{{"tab", "31"}};
    EXPECT_EQ(refusal_of<ListPosts>(tab, {{"offset", "1"}}, ""), "invalid_request ?offset");
    EXPECT_EQ(refusal_of<ListPosts>(tab, {{"tab", "32"}}, ""), "invalid_request ?tab");
    EXPECT_EQ(refusal_of<ListPosts>(tab, {{"limit", "1"}, {"limit", "2"}}, ""), "invalid_request ?limit");
    EXPECT_EQ(refusal_of<ListCandidates>({{"group", "1"}}, {}, ""), "invalid_request ?search");
    EXPECT_EQ(refusal_of<ListPosts>(tab, {{"", ""}}, ""), "invalid_request ?");
}

TEST(RequestReader, RefusesParametersOfAnotherType) {
    const Pairs tab{{"tab", "31"}};
    for (const char* bad : {"", "x", "1.5", "1e2", "2147483648", "٣"}) {
        EXPECT_EQ(refusal_of<ListPosts>(tab, {{"limit", bad}}, ""), "invalid_request ?limit") << bad;
    }
    EXPECT_EQ(refusal_of<ListPosts>(tab, {{"before", std::string(limits::cursor + 1, 'x')}}, ""),
              "invalid_request ?before");
    EXPECT_EQ(refusal_of<ListPosts>(tab, {{"before", "\xff"}}, ""), "invalid_request ?before");
    EXPECT_EQ(refusal_of<ListCandidates>({{"group", "1"}}, {{"search", ""}}, ""), "invalid_request ?search");
    EXPECT_EQ(refusal_of<ListPeople>({}, {{"ids", "1,,2"}}, ""), "invalid_request ?ids[1]");
    EXPECT_EQ(refusal_of<ListPeople>({}, {{"ids", std::string(500, ',')}}, ""), "invalid_request ?ids[0]");
}

TEST(RequestReader, RefusesTooManyItemsOfAParameter) {
    std::string ids = "1";
    for (std::size_t i = 0; i < limits::page_items; ++i)
        ids += ",1";
    EXPECT_EQ(refusal_of<ListPeople>({}, {{"ids", ids}}, ""), "invalid_request ?ids");
}

TEST(RequestReader, RefusesAFieldInTheWrongPlace) {
    const Pairs post{{"post", "12"}};
    EXPECT_EQ(refusal_of<MarkRead>({{"tab", "1"}}, {}, R"({"tab":2,"up_to":3})"), "invalid_request $.tab");
    EXPECT_EQ(refusal_of<DeletePost>(post, {{"post", "12"}}, ""), "invalid_request ?post");
    EXPECT_EQ(refusal_of<GetPost>(post, {}, "{}"), "invalid_request $");
    EXPECT_EQ(refusal_of<DeletePost>(post, {}, R"({"post":12})"), "invalid_request $.post");
}

TEST(RequestReader, ACommandSaidByItsPathNeedsNoBody) {
    EXPECT_EQ(refusal_of<DeletePost>({{"post", "12"}}, {}, ""), "accepted");
    EXPECT_EQ(refusal_of<RestorePost>({{"post", "12"}}, {}, "{}"), "accepted");
    EXPECT_EQ(refusal_of<MarkRead>({{"tab", "1"}}, {}, ""), "invalid_request $");
}

template <class T>
inline constexpr bool is_bounded = !std::is_same_v<T, std::string>;
template <class T>
inline constexpr bool is_bounded<std::vector<T>> = false;
template <class T>
inline constexpr bool is_bounded<std::optional<T>> = is_bounded<T>;

template <class T>
constexpr bool every_field_is_bounded() {
    bool bounded = true;
    boost::mp11::mp_for_each<MembersOf<T>>([&](auto member) {
        bounded &= is_bounded<std::remove_cvref_t<decltype(std::declval<T&>().*member.pointer)>>;
    });
    return bounded;
}

template <class List, class Visit>
void for_each_type(Visit visit) {
    boost::mp11::mp_for_each<boost::mp11::mp_transform<std::type_identity, List>>(visit);
}

TEST(Requests, HaveABoundOnEveryStringAndList) {
    for_each_type<Requests>(
        []<class R>(std::type_identity<R>) { EXPECT_TRUE(every_field_is_bounded<R>()) << type_name<R>(); });
    EXPECT_TRUE(every_field_is_bounded<LiveRequest>());
}

TEST(Requests, AreToldApartByMethodAndPath) {
    std::set<std::pair<Method, std::string_view>> seen;
    for_each_type<Requests>([&]<class R>(std::type_identity<R>) {
        EXPECT_TRUE(seen.emplace(R::endpoint.method, R::endpoint.path).second) << type_name<R>();
    });
}

TEST(Requests, HaveAFieldForEveryPlaceInTheirPath) {
    for_each_type<Requests>([]<class R>(std::type_identity<R>) {
        std::size_t named = 0;
        for_each_field(R{}, [&](std::string_view name, const auto&) { named += R::endpoint.path_has(name); });
        EXPECT_EQ(named, static_cast<std::size_t>(std::ranges::count(R::endpoint.path, '{')))
            << type_name<R>();
    });
}

TEST(Events, AreToldApartByType) {
    std::set<std::string_view> seen;
    for_each_type<Events>(
        [&]<class E>(std::type_identity<E>) { EXPECT_TRUE(seen.insert(E::type).second) << E::type; });
}

TEST(TypeName, IsTheStructsOwnName) {
    EXPECT_EQ(type_name<CreatePost>(), "CreatePost");
    EXPECT_EQ(type_name<ErrorCode>(), "ErrorCode");
}

}  // namespace
}  // namespace plein
