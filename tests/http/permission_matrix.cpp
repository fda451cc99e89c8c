#include "tests/http/permission_matrix.hpp"

namespace plein::test {
namespace {

template <Request R>
Row row(std::string about, std::array<unsigned, who_count> expected, R (*make)(const Scene&)) {
    return {route_of<R>(), std::move(about), expected,
            [make](const Scene& scene, Who) { return wire_of(make(scene)); }};
}

/// The same request by everyone, with a client_id or login of their own.
template <Request R>
Row row(std::string about, std::array<unsigned, who_count> expected, R (*make)(const Scene&, Who)) {
    return {route_of<R>(), std::move(about), expected,
            [make](const Scene& scene, Who who) { return wire_of(make(scene, who)); }};
}

CreatePost post_in(TabId tab, Who who) {
    CreatePost request{.tab = tab, .body = {"words"}};
    request.client_id.bytes = {static_cast<std::uint8_t>(who + 1), static_cast<std::uint8_t>(tab.value)};
    return request;
}

SignIn sign_in_of(const Scene&, Who who) {
    constexpr std::array<const char*, who_count> logins{"nobody",        "stranger",  "guest",
                                                        "member",        "moderator", "owner",
                                                        "administrator", "colleague", "other_owner"};
    return {{std::string{logins[who]} + "@example.org"}, {password_of_all}};
}

/// Each person and each kind of thing with a client_id of its own.
template <class R>
R created_by(Who who, R request) {
    request.client_id.bytes = {static_cast<std::uint8_t>(who + 1)};
    request.client_id.bytes[1] = static_cast<std::uint8_t>(R::endpoint.path.size());
    return request;
}

EditDepartment department_edit(const Scene& scene) {
    return {.department = scene.department, .name = {"Transport"}, .side = Side::ssc};
}

CreateService new_service(const Scene& scene, Who who) {
    return created_by(
        who, CreateService{.name = {"Lifts"}, .department = scene.department, .owner = scene.specialist});
}

EditService service_edit(const Scene& scene) {
    return {.service = scene.service,
            .name = {"Docks"},
            .department = scene.department,
            .owner = scene.specialist};
}

ListPeople everyone(const Scene& scene) { return {{{scene.newcomer}}}; }

}  // namespace

std::vector<Row> permission_matrix() {
    using S = const Scene&;
    // clang-format off
    return {
        //                                            nobody stranger guest member moder. owner admin suspended removed
        row<SignIn>        ("",                          {401, 200, 200, 200, 200, 200, 200, 401, 200}, sign_in_of),
        row<GetMe>         ("",                          {401, 200, 200, 200, 200, 200, 200, 401, 200}, [](S) { return GetMe{}; }),
        row<SetPreferences>("",                          {401, 200, 200, 200, 200, 200, 200, 401, 200}, [](S) { return SetPreferences{}; }),
        row<ChangePassword>("with a wrong one",          {401, 422, 422, 422, 422, 422, 422, 401, 422}, [](S) { return ChangePassword{{"wrong"}, {"kleine rode fiets"}}; }),
        row<ListSessions>  ("",                          {401, 200, 200, 200, 200, 200, 200, 401, 200}, [](S) { return ListSessions{}; }),
        row<EndSession>    ("of somebody else",          {401, 404, 404, 404, 404, 404, 404, 401, 404}, [](S s) { return EndSession{s.session}; }),

        row<ListDepartments>("",                         {401, 200, 200, 200, 200, 200, 200, 401, 200}, [](S) { return ListDepartments{}; }),
        row<CreateDepartment>("",                        {401, 403, 403, 403, 403, 403, 200, 401, 403}, [](S, Who who) { return created_by(who, CreateDepartment{.name = {"New"}}); }),
        row<EditDepartment>("",                          {401, 403, 403, 403, 403, 403, 200, 401, 403}, department_edit),
        row<ArchiveDepartment>("where people work",      {401, 403, 403, 403, 403, 403, 409, 401, 403}, [](S s) { return ArchiveDepartment{s.department}; }),
        row<RestoreDepartment>("that is open",           {401, 403, 403, 403, 403, 403, 200, 401, 403}, [](S s) { return RestoreDepartment{s.department}; }),
        row<ListHolidays>  ("",                          {401, 200, 403, 200, 200, 200, 200, 401, 200}, [](S) { return ListHolidays{}; }),
        row<SetHolidays>   ("",                          {401, 403, 403, 403, 403, 403, 200, 401, 403}, [](S) { return SetHolidays{}; }),
        row<ListServices>  ("",                          {401, 200, 403, 200, 200, 200, 200, 401, 200}, [](S) { return ListServices{}; }),
        row<CreateService> ("",                          {401, 403, 403, 403, 403, 403, 200, 401, 403}, new_service),
        row<EditService>   ("",                          {401, 403, 403, 403, 403, 403, 200, 401, 403}, service_edit),
        row<RemoveService> ("",                          {401, 403, 403, 403, 403, 403, 204, 401, 403}, [](S s, Who who) { return RemoveService{who == administrator ? s.outdated_service : s.service}; }),
        row<BrowsePeople>  ("",                          {401, 200, 403, 200, 200, 200, 200, 401, 200}, [](S) { return BrowsePeople{}; }),
        row<GetProfile>    ("of a colleague",            {401, 200, 404, 200, 200, 200, 200, 401, 200}, [](S s) { return GetProfile{s.newcomer}; }),
        row<GetOwnProfile> ("",                          {401, 200, 200, 200, 200, 200, 200, 401, 200}, [](S) { return GetOwnProfile{}; }),
        row<SetProfile>    ("",                          {401, 200, 200, 200, 200, 200, 200, 401, 200}, [](S) { return SetProfile{}; }),
        row<ListPeople>    ("",                          {401, 200, 200, 200, 200, 200, 200, 401, 200}, everyone),
        row<SuspendPerson> ("",                          {401, 403, 403, 403, 403, 403, 204, 401, 403}, [](S s) { return SuspendPerson{s.newcomer}; }),
        row<ReinstatePerson>("",                         {401, 403, 403, 403, 403, 403, 204, 401, 403}, [](S s) { return ReinstatePerson{s.newcomer}; }),

        row<ListGroups>    ("",                          {401, 200, 200, 200, 200, 200, 200, 401, 200}, [](S) { return ListGroups{}; }),
        row<GetGroup>      ("",                          {401, 404, 200, 200, 200, 200, 404, 401, 404}, [](S s) { return GetGroup{s.group}; }),
        row<ListMembers>   ("",                          {401, 404, 403, 200, 200, 200, 404, 401, 404}, [](S s) { return ListMembers{s.group}; }),
        row<ListCandidates>("",                          {401, 404, 403, 403, 403, 200, 404, 401, 404}, [](S s) { return ListCandidates{s.group, {"a"}}; }),
        row<SetMember>     ("a newcomer",                {401, 404, 403, 403, 403, 200, 404, 401, 404}, [](S s) { return SetMember{s.group, s.newcomer, GroupRole::member}; }),
        row<RemoveMember>  ("the newcomer",              {401, 404, 403, 403, 403, 204, 404, 401, 404}, [](S s) { return RemoveMember{s.group, s.newcomer}; }),

        row<ListPosts>     ("of all members",            {401, 404, 404, 200, 200, 200, 404, 401, 404}, [](S s) { return ListPosts{s.general}; }),
        row<ListPosts>     ("of another department",     {401, 404, 404, 200, 404, 200, 404, 401, 404}, [](S s) { return ListPosts{s.transport_tab}; }),
        row<ListPosts>     ("opened to guests",          {401, 404, 200, 200, 200, 200, 404, 401, 404}, [](S s) { return ListPosts{s.opened}; }),
        row<ListGroupPosts>("",                          {401, 404, 200, 200, 200, 200, 404, 401, 404}, [](S s) { return ListGroupPosts{s.group}; }),
        row<ListHomePosts> ("",                          {401, 200, 200, 200, 200, 200, 200, 401, 200}, [](S) { return ListHomePosts{}; }),
        row<GetPost>       ("of the owner",              {401, 404, 404, 200, 200, 200, 404, 401, 404}, [](S s) { return GetPost{s.post}; }),
        row<MarkRead>      ("",                          {401, 404, 404, 200, 200, 200, 404, 401, 404}, [](S s) { return MarkRead{s.general, s.post}; }),

        row<CreatePost>    ("for all members",           {401, 404, 404, 200, 200, 200, 404, 401, 404}, [](S s, Who who) { return post_in(s.general, who); }),
        row<CreatePost>    ("for one department",        {401, 404, 404, 200, 404, 200, 404, 401, 404}, [](S s, Who who) { return post_in(s.transport_tab, who); }),
        row<CreatePost>    ("opened to guests",          {401, 404, 200, 200, 200, 200, 404, 401, 404}, [](S s, Who who) { return post_in(s.opened, who); }),
        row<CreatePost>    ("where owners post",         {401, 404, 404, 403, 403, 200, 404, 401, 404}, [](S s, Who who) { return post_in(s.announcements, who); }),
        row<EditPost>      ("of the owner",              {401, 404, 404, 403, 403, 200, 404, 401, 404}, [](S s) { return EditPost{.post = s.post, .body = {"better"}}; }),
        row<EditPost>      ("of the removed member",     {401, 404, 404, 403, 403, 403, 404, 401, 404}, [](S s) { return EditPost{.post = s.former_post, .body = {"better"}}; }),
        row<DeletePost>    ("of the removed member",     {401, 404, 404, 403, 403, 403, 404, 401, 404}, [](S s) { return DeletePost{s.former_post}; }),
        row<DeletePost>    ("of the owner",              {401, 404, 404, 403, 403, 204, 404, 401, 404}, [](S s) { return DeletePost{s.post}; }),
        row<RestorePost>   ("of the owner",              {401, 404, 404, 404, 404, 200, 404, 401, 404}, [](S s) { return RestorePost{s.post}; }),

        row<SignOut>       ("",                          {401, 204, 204, 204, 204, 204, 204, 401, 204}, [](S) { return SignOut{}; }),
    };
    // clang-format on
}

}  // namespace plein::test
