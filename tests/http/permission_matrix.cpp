#include "tests/http/permission_matrix.hpp"

#include "tests/support/polls.hpp"

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

CreateAccount account_by(const Scene&, Who who) {
    CreateAccount request{.name = {"somebody"}};
    request.client_id.bytes = {static_cast<std::uint8_t>(who + 1), 255};
    request.personnel_number = Text<limits::personnel_number, 1>{"by-" + std::to_string(who)};
    return request;
}

/// The same for everyone who asks.
EventPlan some_plan() {
    static const Timestamp begins = from_now(std::chrono::hours{48});
    return {begins, begins + std::chrono::hours{2}, {"Hall 2"}, {}};
}

EditAccount edit_of_newcomer(const Scene& scene) {
    EditAccount request{.person = scene.newcomer, .name = {"newcomer"}};
    request.email = Text<limits::email, 3>{"newcomer@example.org"};
    return request;
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

CreateComment comment_on(PostId post, Who who) {
    CreateComment request{.post = post, .body = {"words"}};
    request.client_id.bytes = {static_cast<std::uint8_t>(who + 1), 252,
                               static_cast<std::uint8_t>(post.value)};
    return request;
}

CreatePost question_in(const Scene& scene, Who who) {
    CreatePost request = post_in(scene.general, who);
    request.client_id.bytes[15] = 1;
    request.question = Addressee{.department = scene.department};
    return request;
}

CreatePost confidential_in(const Scene& scene, Who who) {
    CreatePost request = question_in(scene, who);
    request.client_id.bytes[15] = 8;
    request.confidential = true;
    return request;
}

CreatePost news_in(const Scene& scene, Who who, bool must_read) {
    CreatePost request = post_in(scene.general, who);
    request.client_id.bytes[15] = must_read ? 3 : 4;
    request.body.value = "# It is so";
    request.news = NewNews{.must_read = must_read, .affects = {{scene.department}}};
    return request;
}

CreatePost idea_in(const Scene& scene, Who who) {
    CreatePost request = post_in(scene.general, who);
    request.client_id.bytes[15] = 5;
    request.idea = Addressee{.department = scene.department};
    return request;
}

CreatePost event_in(const Scene& scene, Who who) {
    CreatePost request = post_in(scene.general, who);
    request.client_id.bytes[15] = 6;
    request.body.value = "# Open day";
    request.event = some_plan();
    return request;
}

CreatePost scheduled_in(const Scene& scene, Who who) {
    CreatePost request = post_in(scene.general, who);
    request.client_id.bytes[15] = 7;
    request.publish_at = from_now(std::chrono::hours{24});
    return request;
}

EditScheduledPost scheduled_edit(const Scene& scene) {
    return {.post = scene.planned_post,
            .version = 9,
            .body = {"better"},
            .publish_at = from_now(std::chrono::hours{48})};
}

CreatePost poll_in(const Scene& scene, Who who) {
    CreatePost request = post_in(scene.general, who);
    request.client_id.bytes[15] = 2;
    request.poll = poll_of({"A", "B"});
    return request;
}

CreateComment late_comment_on(PostId post, Who who) {
    CreateComment request = comment_on(post, who);
    request.client_id.bytes[15] = 1;
    return request;
}

EditService service_edit(const Scene& scene) {
    return {.service = scene.service,
            .name = {"Docks"},
            .department = scene.department,
            .owner = scene.specialist};
}

CreateTab tab_of(const Scene& scene, Who who) {
    CreateTab request{.group = scene.group, .client_id = {}, .name = {"Tab " + std::to_string(who)}};
    request.client_id.bytes = {static_cast<std::uint8_t>(who + 1), 253};
    return request;
}

GroupForm form_of(const std::string& name) { return {.name = {name}}; }

CreateGroup group_of(const Scene&, Who who) {
    CreateGroup request{.form = form_of(who_names[who])};
    request.client_id.bytes = {99, static_cast<std::uint8_t>(who)};
    return request;
}

BreakGlass break_glass_of(const Scene& scene) {
    return {.group = scene.group, .client_id = {{98}}, .reason = {"somebody is in danger"}};
}
CreateLink link_of(const Scene& scene, Who who) {
    CreateLink request{.group = scene.group};
    request.client_id.bytes = {static_cast<std::uint8_t>(who + 1), 0xff};
    return request;
}

/// Well formed, and nobody's.
std::string unknown_token() { return std::string(43, 'A'); }

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
        row<FinishWelcome> ("",                          {401, 204, 204, 204, 204, 204, 204, 401, 204}, [](S) { return FinishWelcome{}; }),
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
        row<SetPresence>   ("",                          {401, 200, 200, 200, 200, 200, 200, 401, 200}, [](S) { return SetPresence{true, {}, {}}; }),
        row<SetPresence>   ("a sign without an end",     {401, 400, 400, 400, 400, 400, 400, 401, 400}, [](S) { return SetPresence{true, PresenceSign::on_leave, {}}; }),
        row<Beat>          ("",                          {401, 200, 200, 200, 200, 200, 200, 401, 200}, [](S s) { return Beat{true, {{s.newcomer}}}; }),
        row<ListPeople>    ("",                          {401, 200, 200, 200, 200, 200, 200, 401, 200}, everyone),
        row<EditAccount>   ("",                          {401, 403, 403, 403, 403, 403, 200, 401, 403}, edit_of_newcomer),
        row<SuspendPerson> ("",                          {401, 403, 403, 403, 403, 403, 204, 401, 403}, [](S s) { return SuspendPerson{s.newcomer}; }),
        row<ReinstatePerson>("",                         {401, 403, 403, 403, 403, 403, 204, 401, 403}, [](S s) { return ReinstatePerson{s.newcomer}; }),

        row<ListAccounts>  ("",                          {401, 403, 403, 403, 403, 403, 200, 401, 403}, [](S) { return ListAccounts{}; }),
        row<GetAccount>    ("",                          {401, 403, 403, 403, 403, 403, 200, 401, 403}, [](S s) { return GetAccount{s.newcomer}; }),
        row<CreateAccount> ("",                          {401, 403, 403, 403, 403, 403, 200, 401, 403}, account_by),
        row<ListAccountSessions>("",                     {401, 403, 403, 403, 403, 403, 200, 401, 403}, [](S s) { return ListAccountSessions{s.newcomer}; }),
        row<EndAccountSession>("of nobody",              {401, 403, 403, 403, 403, 403, 404, 401, 403}, [](S s) { return EndAccountSession{s.newcomer, {999'999}}; }),
        row<MakeActivation>("",                          {401, 403, 403, 403, 403, 403, 200, 401, 403}, [](S s) { return MakeActivation{s.newcomer}; }),
        row<MakeActivations>("",                         {401, 403, 403, 403, 403, 403, 200, 401, 403}, [](S s) { return MakeActivations{{{s.newcomer}}}; }),
        row<PlanImport>    ("no file of people",         {401, 403, 403, 403, 403, 403, 200, 401, 403}, [](S) { return PlanImport{{"words"}}; }),
        row<ApplyImport>   ("that nobody has seen",      {401, 403, 403, 403, 403, 403, 409, 401, 403}, [](S) { return ApplyImport{{"words"}, {"unseen"}}; }),
        row<WithdrawActivation>("",                      {401, 403, 403, 403, 403, 403, 204, 401, 403}, [](S s) { return WithdrawActivation{s.newcomer}; }),
        row<OpenActivation>("made up",                   {404, 404, 404, 404, 404, 404, 404, 404, 404}, [](S) { return OpenActivation{{"made up"}}; }),
        row<Activate>      ("made up",                   {404, 404, 404, 404, 404, 404, 404, 404, 404}, [](S) { return Activate{{"made up"}, {"kleine rode fiets"}}; }),

        row<ListGroups>    ("",                          {401, 200, 200, 200, 200, 200, 200, 401, 200}, [](S) { return ListGroups{}; }),
        row<GetGroup>      ("",                          {401, 404, 200, 200, 200, 200, 404, 401, 404}, [](S s) { return GetGroup{s.group}; }),
        row<ListMembers>   ("",                          {401, 404, 403, 200, 200, 200, 404, 401, 404}, [](S s) { return ListMembers{s.group}; }),
        row<ListCandidates>("",                          {401, 404, 403, 403, 403, 200, 404, 401, 404}, [](S s) { return ListCandidates{s.group, {"a"}}; }),
        row<ListDirectory> ("",                          {401, 200, 403, 200, 200, 200, 200, 401, 200}, [](S) { return ListDirectory{}; }),
        row<ListStandings> ("",                          {401, 200, 200, 200, 200, 200, 200, 401, 200}, [](S) { return ListStandings{}; }),
        row<AskToJoin>     ("a closed group",            {401, 200, 200, 200, 200, 200, 200, 401, 200}, [](S s) { return AskToJoin{s.group, Text<limits::note>{}}; }),
        row<AskToJoin>     ("a group that is not there", {401, 404, 404, 404, 404, 404, 404, 401, 404}, [](S) { return AskToJoin{{888'888}, Text<limits::note>{}}; }),
        row<WithdrawRequest>("",                         {401, 200, 200, 200, 200, 200, 200, 401, 200}, [](S s) { return WithdrawRequest{s.group}; }),
        row<ListJoinRequests>("",                        {401, 404, 403, 403, 403, 200, 404, 401, 404}, [](S s) { return ListJoinRequests{s.group}; }),
        row<DeclineRequest>("of nobody",                 {401, 404, 403, 403, 403, 204, 404, 401, 404}, [](S s) { return DeclineRequest{s.group, s.newcomer, {}}; }),
        row<DismissDeclined>("",                         {401, 204, 204, 204, 204, 204, 204, 401, 204}, [](S s) { return DismissDeclined{s.group}; }),
        row<ListInvitations>("",                         {401, 404, 403, 403, 403, 200, 404, 401, 404}, [](S s) { return ListInvitations{s.group}; }),
        row<SetInvitation> ("a newcomer",                {401, 404, 403, 403, 403, 200, 404, 401, 404}, [](S s) { return SetInvitation{s.group, s.newcomer, GroupRole::member}; }),
        row<WithdrawInvitation>("of the newcomer",       {401, 404, 403, 403, 403, 200, 404, 401, 404}, [](S s) { return WithdrawInvitation{s.group, s.newcomer}; }),
        row<AcceptInvitation>("without one",             {401, 404, 200, 200, 200, 200, 404, 401, 404}, [](S s) { return AcceptInvitation{s.group}; }),
        row<DeclineInvitation>("without one",            {401, 200, 200, 200, 200, 200, 200, 401, 200}, [](S s) { return DeclineInvitation{s.group}; }),
        row<ListLinks>     ("",                          {401, 404, 403, 403, 403, 200, 404, 401, 404}, [](S s) { return ListLinks{s.group}; }),
        row<CreateLink>    ("",                          {401, 404, 403, 403, 403, 200, 404, 401, 404}, link_of),
        row<RevokeLink>    ("that is not there",         {401, 404, 403, 403, 403, 204, 404, 401, 404}, [](S s) { return RevokeLink{s.group, {999'999}}; }),
        row<LookAtLink>    ("that is not there",         {401, 404, 404, 404, 404, 404, 404, 401, 404}, [](S) { return LookAtLink{{unknown_token()}}; }),
        row<FollowLink>    ("that is not there",         {401, 404, 404, 404, 404, 404, 404, 401, 404}, [](S) { return FollowLink{{unknown_token()}}; }),
        row<PlanFilling>   ("",                          {401, 404, 403, 403, 403, 200, 404, 401, 404}, [](S s) { return PlanFilling{s.group, DepartmentId{1}, {}}; }),
        row<SetMember>     ("a newcomer",                {401, 404, 403, 403, 403, 200, 404, 401, 404}, [](S s) { return SetMember{s.group, s.newcomer, GroupRole::member}; }),
        row<ApproveRequest>("of one who is in",          {401, 404, 403, 403, 403, 200, 404, 401, 404}, [](S s) { return ApproveRequest{s.group, s.newcomer}; }),
        row<AddMembers>    ("one who is in",             {401, 404, 403, 403, 403, 200, 404, 401, 404}, [](S s) { return AddMembers{s.group, {{s.newcomer}}}; }),
        row<RemoveMember>  ("the newcomer",              {401, 404, 403, 403, 403, 204, 404, 401, 404}, [](S s) { return RemoveMember{s.group, s.newcomer}; }),

        row<CreateTab>     ("",                          {401, 404, 403, 403, 403, 200, 404, 401, 404}, tab_of),
        row<EditTab>       ("of all members",            {401, 404, 404, 403, 403, 200, 404, 401, 404}, [](S s) { return EditTab{.tab = s.shaped, .name = {"Shaped"}}; }),
        row<EditTab>       ("of another department",     {401, 404, 404, 403, 404, 409, 404, 401, 404}, [](S s) { return EditTab{.tab = s.transport_tab, .version = 9, .name = {"Drivers"}}; }),
        row<EditTab>       ("opened to guests",          {401, 404, 403, 403, 403, 409, 404, 401, 404}, [](S s) { return EditTab{.tab = s.opened, .version = 9, .name = {"Open"}}; }),
        row<OrderTabs>     ("of which some were left out", {401, 404, 403, 403, 403, 409, 404, 401, 404}, [](S s) { return OrderTabs{s.group, {}}; }),
        row<ArchiveTab>    ("",                          {401, 404, 404, 403, 403, 204, 404, 401, 404}, [](S s) { return ArchiveTab{s.shaped}; }),
        row<ListPosts>     ("of an archived tab",        {401, 404, 404, 404, 404, 404, 404, 401, 404}, [](S s) { return ListPosts{s.archived}; }),
        row<ListArchivedTabs>("",                        {401, 404, 403, 200, 200, 200, 404, 401, 404}, [](S s) { return ListArchivedTabs{s.group}; }),
        row<RestoreTab>    ("",                          {401, 404, 404, 404, 404, 204, 404, 401, 404}, [](S s) { return RestoreTab{s.archived}; }),
        row<GetReaders>    ("",                          {401, 404, 403, 200, 200, 200, 404, 401, 404}, [](S s) { return GetReaders{s.group}; }),
        row<CreateGroup>   ("",                          {401, 200, 403, 200, 200, 200, 200, 401, 200}, group_of),
        row<EditGroup>     ("",                          {401, 404, 403, 403, 403, 200, 404, 401, 404}, [](S s) { return EditGroup{s.group, 1, form_of("Renamed")}; }),
        row<ListEmergencyAccesses>("",                   {401, 404, 403, 403, 403, 200, 404, 401, 404}, [](S s) { return ListEmergencyAccesses{s.group}; }),

        row<ListPosts>     ("of all members",            {401, 404, 404, 200, 200, 200, 404, 401, 404}, [](S s) { return ListPosts{s.general}; }),
        row<ListPosts>     ("of another department",     {401, 404, 404, 200, 404, 200, 404, 401, 404}, [](S s) { return ListPosts{s.transport_tab}; }),
        row<ListPosts>     ("opened to guests",          {401, 404, 200, 200, 200, 200, 404, 401, 404}, [](S s) { return ListPosts{s.opened}; }),
        row<ListGroupPosts>("",                          {401, 404, 200, 200, 200, 200, 404, 401, 404}, [](S s) { return ListGroupPosts{s.group}; }),
        row<ListHomePosts> ("",                          {401, 200, 200, 200, 200, 200, 200, 401, 200}, [](S) { return ListHomePosts{}; }),
        row<GetPost>       ("of the owner",              {401, 404, 404, 200, 200, 200, 404, 401, 404}, [](S s) { return GetPost{s.post}; }),
        row<GetLinkPreview>("of the owner",              {401, 404, 404, 200, 200, 200, 404, 401, 404}, [](S s) { return GetLinkPreview{s.post}; }),
        row<GetLinkPreviewImage>("where there is none",  {401, 404, 404, 404, 404, 404, 404, 401, 404}, [](S s) { return GetLinkPreviewImage{s.post}; }),
        row<MarkRead>      ("",                          {401, 404, 404, 200, 200, 200, 404, 401, 404}, [](S s) { return MarkRead{s.general, s.post}; }),
        row<MarkAllRead>   ("",                          {401, 404, 404, 200, 200, 200, 404, 401, 404}, [](S s) { return MarkAllRead{{{{s.general, s.post}}}}; }),
        row<MarkAllRead>   ("one of them hidden",        {401, 404, 404, 200, 404, 200, 404, 401, 404}, [](S s) { return MarkAllRead{{{{s.general, s.post}, {s.transport_tab, s.limited_post}}}}; }),
        row<RestoreReadings>("",                         {401, 404, 404, 200, 200, 200, 404, 401, 404}, [](S s) { return RestoreReadings{{{{s.general, 1, std::nullopt}}}}; }),
        row<SetFollowing>  ("of all members",            {401, 404, 404, 200, 200, 200, 404, 401, 404}, [](S s) { return SetFollowing{s.general, Following::muted}; }),
        row<SetFollowing>  ("of another department",     {401, 404, 404, 200, 404, 200, 404, 401, 404}, [](S s) { return SetFollowing{s.transport_tab, Following::muted}; }),
        row<SetFollowing>  ("opened to guests",          {401, 404, 200, 200, 200, 200, 404, 401, 404}, [](S s) { return SetFollowing{s.opened, Following::followed}; }),
        row<SetGroupFollowing>("",                       {401, 404, 200, 200, 200, 200, 404, 401, 404}, [](S s) { return SetGroupFollowing{s.group, Following::followed}; }),

        row<CreatePost>    ("for all members",           {401, 404, 404, 200, 200, 200, 404, 401, 404}, [](S s, Who who) { return post_in(s.general, who); }),
        row<CreatePost>    ("for one department",        {401, 404, 404, 200, 404, 200, 404, 401, 404}, [](S s, Who who) { return post_in(s.transport_tab, who); }),
        row<CreatePost>    ("opened to guests",          {401, 404, 200, 200, 200, 200, 404, 401, 404}, [](S s, Who who) { return post_in(s.opened, who); }),
        row<CreatePost>    ("where owners post",         {401, 404, 404, 403, 403, 200, 404, 401, 404}, [](S s, Who who) { return post_in(s.announcements, who); }),
        row<CreatePost>    ("where members wait",        {401, 404, 404, 200, 200, 200, 404, 401, 404}, [](S s, Who who) { return post_in(s.proposals, who); }),
        row<GetLinkPreview>("of what is held",           {401, 404, 404, 404, 404, 404, 404, 401, 404}, [](S s) { return GetLinkPreview{s.held_post}; }),
        row<GetPost>       ("that is held",              {401, 404, 404, 404, 404, 404, 404, 401, 404}, [](S s) { return GetPost{s.held_post}; }),
        row<EditPost>      ("that is held",              {401, 404, 404, 404, 404, 404, 404, 401, 404}, [](S s) { return EditPost{.post = s.held_post, .body = {"better"}}; }),
        row<DeletePost>    ("that is held",              {401, 404, 404, 404, 404, 404, 404, 401, 404}, [](S s) { return DeletePost{s.held_post}; }),
        row<TranslatePost> ("that is held",              {401, 404, 404, 404, 404, 404, 404, 401, 404}, [](S s) { return TranslatePost{.post = s.held_post, .body = {"better"}}; }),
        row<RemoveTranslation>("that is held",           {401, 404, 404, 404, 404, 404, 404, 401, 404}, [](S s) { return RemoveTranslation{s.held_post}; }),
        row<MovePost>      ("that is held",              {401, 404, 404, 404, 404, 404, 404, 401, 404}, [](S s) { return MovePost{s.held_post, s.general}; }),
        row<ListHeldPosts> ("",                          {401, 404, 403, 403, 200, 200, 404, 401, 404}, [](S s) { return ListHeldPosts{s.group}; }),
        row<ListOwnHeldPosts>("",                        {401, 404, 200, 200, 200, 200, 404, 401, 404}, [](S s) { return ListOwnHeldPosts{s.group}; }),
        row<EditHeldPost>  ("an older version",          {401, 404, 404, 409, 404, 404, 404, 401, 404}, [](S s) { return EditHeldPost{.post = s.held_post, .version = 9, .body = {"better"}}; }),
        row<DeclineHeldPost>("an older version",         {401, 404, 404, 404, 409, 409, 404, 401, 404}, [](S s) { return DeclineHeldPost{s.held_post, 9, {"no"}}; }),
        row<ApproveHeldPost>("that waits",               {401, 404, 404, 404, 200, 409, 404, 401, 404}, [](S s) { return ApproveHeldPost{s.held_post}; }),
        row<WithdrawHeldPost>("that was approved",       {401, 404, 404, 409, 404, 404, 404, 401, 404}, [](S s) { return WithdrawHeldPost{s.held_post}; }),
        row<CreatePost>    ("that is scheduled",         {401, 404, 404, 200, 200, 200, 404, 401, 404}, [](S s, Who who) { return scheduled_in(s, who); }),
        row<GetPost>       ("that is scheduled",         {401, 404, 404, 404, 404, 404, 404, 401, 404}, [](S s) { return GetPost{s.planned_post}; }),
        row<EditPost>      ("that is scheduled",         {401, 404, 404, 404, 404, 404, 404, 401, 404}, [](S s) { return EditPost{.post = s.planned_post, .body = {"better"}}; }),
        row<TranslatePost> ("that is scheduled",         {401, 404, 404, 404, 404, 404, 404, 401, 404}, [](S s) { return TranslatePost{.post = s.planned_post, .body = {"better"}}; }),
        row<DeletePost>    ("that is scheduled",         {401, 404, 404, 404, 404, 404, 404, 401, 404}, [](S s) { return DeletePost{s.planned_post}; }),
        row<ListComments>  ("of what is scheduled",      {401, 404, 404, 404, 404, 404, 404, 401, 404}, [](S s) { return ListComments{s.planned_post}; }),
        row<ListScheduledPosts>("",                      {401, 200, 200, 200, 200, 200, 200, 401, 200}, [](S) { return ListScheduledPosts{}; }),
        row<EditScheduledPost>("an older version",       {401, 404, 404, 409, 404, 404, 404, 401, 404}, scheduled_edit),
        row<PublishScheduledPost>("",                    {401, 404, 404, 200, 404, 404, 404, 401, 404}, [](S s) { return PublishScheduledPost{s.planned_post}; }),
        row<CancelScheduledPost>("that is published",    {401, 404, 404, 409, 404, 404, 404, 401, 404}, [](S s) { return CancelScheduledPost{s.planned_post}; }),
        row<ListDrafts>    ("",                          {401, 200, 200, 200, 200, 200, 200, 401, 200}, [](S) { return ListDrafts{}; }),
        row<SaveDraft>     ("for all members",           {401, 404, 404, 200, 200, 200, 404, 401, 404}, [](S s) { return SaveDraft{s.general, 0, {"half a thought"}}; }),
        row<SaveDraft>     ("for one department",        {401, 404, 404, 200, 404, 200, 404, 401, 404}, [](S s) { return SaveDraft{s.transport_tab, 0, {"half a thought"}}; }),
        row<SaveDraft>     ("opened to guests",          {401, 404, 200, 200, 200, 200, 404, 401, 404}, [](S s) { return SaveDraft{s.opened, 0, {"half a thought"}}; }),
        row<DropDraft>     ("",                          {401, 204, 204, 204, 204, 204, 204, 401, 204}, [](S s) { return DropDraft{s.general}; }),
        row<EditPost>      ("of the owner",              {401, 404, 404, 403, 403, 200, 404, 401, 404}, [](S s) { return EditPost{.post = s.post, .body = {"better"}}; }),
        row<EditPost>      ("of the removed member",     {401, 404, 404, 403, 403, 403, 404, 401, 404}, [](S s) { return EditPost{.post = s.former_post, .body = {"better"}}; }),
        row<TranslatePost> ("of the owner",              {401, 404, 404, 403, 403, 200, 404, 401, 404}, [](S s) { return TranslatePost{.post = s.post, .version = 2, .body = {"in English"}}; }),
        row<TranslatePost> ("of the removed member",     {401, 404, 404, 403, 403, 403, 404, 401, 404}, [](S s) { return TranslatePost{.post = s.former_post, .body = {"in English"}}; }),
        row<RemoveTranslation>("of the owner",           {401, 404, 404, 403, 403, 200, 404, 401, 404}, [](S s) { return RemoveTranslation{s.post}; }),

        row<CreateComment> ("below the owner's post",    {401, 404, 404, 200, 200, 200, 404, 401, 404}, [](S s, Who who) { return comment_on(s.post, who); }),
        row<CreateComment> ("for another department",    {401, 404, 404, 200, 404, 200, 404, 401, 404}, [](S s, Who who) { return comment_on(s.limited_post, who); }),
        row<ListComments>  ("below the owner's post",    {401, 404, 404, 200, 200, 200, 404, 401, 404}, [](S s) { return ListComments{s.post}; }),
        row<ListComments>  ("for another department",    {401, 404, 404, 200, 404, 200, 404, 401, 404}, [](S s) { return ListComments{s.limited_post}; }),
        row<EditComment>   ("of the owner",              {401, 404, 404, 403, 403, 200, 404, 401, 404}, [](S s) { return EditComment{s.comment, 1, {"better"}}; }),
        row<SetReaction>   ("to a post",                 {401, 404, 404, 204, 204, 204, 404, 401, 404}, [](S s) { return SetReaction{s.post, std::nullopt, ReactionKind::like}; }),
        row<SetReaction>   ("to a comment",              {401, 404, 404, 204, 204, 204, 404, 401, 404}, [](S s) { return SetReaction{s.post, s.comment, ReactionKind::care}; }),
        row<SetReaction>   ("for another department",    {401, 404, 404, 204, 404, 204, 404, 401, 404}, [](S s) { return SetReaction{s.limited_post, std::nullopt, ReactionKind::like}; }),
        row<ListReactors>  ("",                          {401, 404, 404, 200, 200, 200, 404, 401, 404}, [](S s) { return ListReactors{s.post, std::nullopt}; }),
        row<ListPostVersions>("",                        {401, 404, 404, 200, 200, 200, 404, 401, 404}, [](S s) { return ListPostVersions{s.post}; }),
        row<ListCommentVersions>("",                     {401, 404, 404, 200, 200, 200, 404, 401, 404}, [](S s) { return ListCommentVersions{s.comment}; }),
        row<KeepPost>      ("",                          {401, 404, 404, 204, 204, 204, 404, 401, 404}, [](S s) { return KeepPost{s.post}; }),
        row<KeepPost>      ("for another department",    {401, 404, 404, 204, 404, 204, 404, 401, 404}, [](S s) { return KeepPost{s.limited_post}; }),
        row<DropPost>      ("",                          {401, 204, 204, 204, 204, 204, 204, 401, 204}, [](S s) { return DropPost{s.post}; }),
        row<ListBookmarks> ("",                          {401, 200, 200, 200, 200, 200, 200, 401, 200}, [](S) { return ListBookmarks{}; }),
        row<ListNotifications>("",                       {401, 200, 200, 200, 200, 200, 200, 401, 200}, [](S) { return ListNotifications{}; }),
        row<ReadNotifications>("",                       {401, 204, 204, 204, 204, 204, 204, 401, 204}, [](S) { return ReadNotifications{{1}, {}, {}}; }),
        row<ListMentionChoices>("of all members",        {401, 404, 404, 200, 200, 200, 404, 401, 404}, [](S s) { return ListMentionChoices{s.general, {}}; }),
        row<ListMentionChoices>("of another department", {401, 404, 404, 200, 404, 200, 404, 401, 404}, [](S s) { return ListMentionChoices{s.transport_tab, {}}; }),
        row<ListMentionChoices>("opened to guests",      {401, 404, 200, 200, 200, 200, 404, 401, 404}, [](S s) { return ListMentionChoices{s.opened, {}}; }),
        row<ListTopicChoices>("of all members",          {401, 404, 404, 200, 200, 200, 404, 401, 404}, [](S s) { return ListTopicChoices{s.general, {}}; }),
        row<ListTopicChoices>("of another department",   {401, 404, 404, 200, 404, 200, 404, 401, 404}, [](S s) { return ListTopicChoices{s.transport_tab, {}}; }),
        row<ListTopicChoices>("opened to guests",        {401, 404, 200, 200, 200, 200, 404, 401, 404}, [](S s) { return ListTopicChoices{s.opened, {}}; }),
        row<ListTopicPosts>("",                          {401, 200, 200, 200, 200, 200, 200, 401, 200}, [](S) { return ListTopicPosts{.topic = {"lift"}}; }),
        row<ListPinnedPosts>("of all members",           {401, 404, 404, 200, 200, 200, 404, 401, 404}, [](S s) { return ListPinnedPosts{s.general}; }),
        row<ListPinnedPosts>("opened to guests",         {401, 404, 200, 200, 200, 200, 404, 401, 404}, [](S s) { return ListPinnedPosts{s.opened}; }),
        row<PinPost>       ("",                          {401, 404, 404, 403, 200, 200, 404, 401, 404}, [](S s) { return PinPost{s.post}; }),
        row<PinPost>       ("for another department",    {401, 404, 404, 403, 404, 200, 404, 401, 404}, [](S s) { return PinPost{s.limited_post}; }),
        row<UnpinPost>     ("",                          {401, 404, 404, 403, 200, 200, 404, 401, 404}, [](S s) { return UnpinPost{s.post}; }),
        row<LockPost>      ("",                          {401, 404, 404, 403, 200, 200, 404, 401, 404}, [](S s) { return LockPost{s.post, {"said"}}; }),
        row<CreateComment> ("where they are closed",     {401, 404, 404, 403, 403, 403, 404, 401, 404}, [](S s, Who who) { return late_comment_on(s.post, who); }),
        row<UnlockPost>    ("",                          {401, 404, 404, 403, 200, 200, 404, 401, 404}, [](S s) { return UnlockPost{s.post}; }),
        row<CreatePost>    ("that asks a department",    {401, 404, 404, 200, 200, 200, 404, 401, 404}, [](S s, Who who) { return question_in(s, who); }),
        row<ListEqualQuestions>("",                      {401, 404, 404, 403, 200, 200, 404, 401, 404}, [](S s) { return ListEqualQuestions{s.question, {}}; }),
        row<MergeQuestion> ("",                          {401, 404, 404, 403, 200, 200, 404, 401, 404}, [](S s) { return MergeQuestion{s.question, s.equal_question}; }),
        row<PickUpQuestion>("that is merged",            {401, 404, 404, 409, 409, 409, 404, 401, 404}, [](S s) { return PickUpQuestion{s.question}; }),
        row<UnmergeQuestion>("",                         {401, 404, 404, 403, 200, 200, 404, 401, 404}, [](S s) { return UnmergeQuestion{s.question}; }),
        row<PickUpQuestion>("to nobody",                 {401, 404, 404, 200, 200, 200, 404, 401, 404}, [](S s) { return PickUpQuestion{s.question}; }),
        row<PutDownQuestion>("that the owner has",       {401, 404, 404, 403, 200, 200, 404, 401, 404}, [](S s) { return PutDownQuestion{s.question}; }),
        row<RouteQuestion> ("",                          {401, 404, 404, 403, 200, 200, 404, 401, 404}, [](S s) { return RouteQuestion{s.question, {.department = s.department}}; }),
        row<PickUpQuestion>("to Transport",              {401, 404, 404, 200, 403, 200, 404, 401, 404}, [](S s) { return PickUpQuestion{s.question}; }),
        row<MergeQuestion> ("with one of nobody",        {401, 404, 404, 403, 409, 409, 404, 401, 404}, [](S s) { return MergeQuestion{s.question, s.equal_question}; }),
        row<MarkAnswer>    ("",                          {401, 404, 404, 403, 200, 200, 404, 401, 404}, [](S s) { return MarkAnswer{s.question, s.answer}; }),
        row<UnmarkAnswer>  ("that was accepted",         {401, 404, 404, 403, 403, 200, 404, 401, 404}, [](S s) { return UnmarkAnswer{s.question}; }),
        row<ReopenQuestion>("that is not answered",      {401, 404, 404, 403, 403, 409, 404, 401, 404}, [](S s) { return ReopenQuestion{s.question, {"not yet"}}; }),
        row<GetAnswerTimes>("",                          {401, 200, 403, 200, 200, 200, 200, 401, 200}, [](S s) { return GetAnswerTimes{s.department}; }),
        row<CreatePost>    ("that asks a desk alone",    {401, 404, 404, 200, 200, 200, 404, 401, 404}, [](S s, Who who) { return confidential_in(s, who); }),
        row<GetPost>       ("that is confidential",      {401, 404, 404, 200, 200, 404, 404, 401, 404}, [](S s) { return GetPost{s.confidential}; }),
        row<GetLinkPreview>("of a confidential one",     {401, 404, 404, 200, 200, 404, 404, 401, 404}, [](S s) { return GetLinkPreview{s.confidential}; }),
        row<ListComments>  ("of a confidential one",     {401, 404, 404, 200, 200, 404, 404, 401, 404}, [](S s) { return ListComments{.post = s.confidential}; }),
        row<CreateComment> ("on a confidential one",     {401, 404, 404, 200, 200, 404, 404, 401, 404}, [](S s, Who who) { return comment_on(s.confidential, who); }),
        row<SetReaction>   ("to a confidential one",     {401, 404, 404, 204, 204, 404, 404, 401, 404}, [](S s) { return SetReaction{s.confidential, {}, ReactionKind::thanks}; }),
        row<ListReactors>  ("of a confidential one",     {401, 404, 404, 200, 200, 404, 404, 401, 404}, [](S s) { return ListReactors{s.confidential, {}}; }),
        row<ListPostVersions>("of a confidential one",   {401, 404, 404, 200, 200, 404, 404, 401, 404}, [](S s) { return ListPostVersions{s.confidential}; }),
        row<KeepPost>      ("that is confidential",      {401, 404, 404, 403, 403, 404, 404, 401, 404}, [](S s) { return KeepPost{s.confidential}; }),
        row<PinPost>       ("that is confidential",      {401, 404, 404, 404, 404, 404, 404, 401, 404}, [](S s) { return PinPost{s.confidential}; }),
        row<LockPost>      ("that is confidential",      {401, 404, 404, 404, 404, 404, 404, 401, 404}, [](S s) { return LockPost{s.confidential, {"enough"}}; }),
        row<EditPost>      ("that is confidential",      {401, 404, 404, 200, 403, 404, 404, 401, 404}, [](S s) { return EditPost{s.confidential, 1, {"and when?"}}; }),
        row<TranslatePost> ("that is confidential",      {401, 404, 404, 200, 403, 404, 404, 401, 404}, [](S s) { return TranslatePost{s.confidential, 2, Language::en, {"since when?"}}; }),
        row<RemoveTranslation>("that is confidential",   {401, 404, 404, 200, 403, 404, 404, 401, 404}, [](S s) { return RemoveTranslation{s.confidential}; }),
        row<PickUpQuestion>("that is confidential",      {401, 404, 404, 403, 200, 404, 404, 401, 404}, [](S s) { return PickUpQuestion{s.confidential}; }),
        row<ListQuestions> ("",                          {401, 200, 200, 200, 200, 200, 200, 401, 200}, [](S) { return ListQuestions{.list = QuestionList::desk}; }),
        row<ListOpenQuestions>("",                       {401, 200, 403, 200, 200, 200, 200, 401, 200}, [](S s) { return ListOpenQuestions{s.department}; }),
        row<CreatePost>    ("that is a poll",            {401, 404, 404, 200, 200, 200, 404, 401, 404}, [](S s, Who who) { return poll_in(s, who); }),
        row<ListVotes>     ("before one has voted",      {401, 404, 404, 403, 403, 403, 404, 401, 404}, [](S s) { return ListVotes{s.poll}; }),
        row<CastVote>      ("",                          {401, 404, 404, 200, 200, 200, 404, 401, 404}, [](S s) { return CastVote{s.poll, {{1}}}; }),
        row<ListVotes>     ("",                          {401, 404, 404, 200, 200, 200, 404, 401, 404}, [](S s) { return ListVotes{s.poll}; }),
        row<WithdrawVote>  ("",                          {401, 404, 404, 200, 200, 200, 404, 401, 404}, [](S s) { return WithdrawVote{s.poll}; }),
        row<ClosePoll>     ("",                          {401, 404, 404, 403, 200, 200, 404, 401, 404}, [](S s) { return ClosePoll{s.poll}; }),
        row<CastVote>      ("in a closed poll",          {401, 404, 404, 409, 409, 409, 404, 401, 404}, [](S s) { return CastVote{s.poll, {{1}}}; }),
        row<CreatePost>    ("that is news",              {401, 404, 404, 200, 200, 200, 404, 401, 404}, [](S s, Who who) { return news_in(s, who, false); }),
        row<CreatePost>    ("to be confirmed",           {401, 404, 404, 403, 200, 200, 404, 401, 404}, [](S s, Who who) { return news_in(s, who, true); }),
        row<ConfirmNews>   ("",                          {401, 404, 404, 200, 200, 409, 404, 401, 404}, [](S s) { return ConfirmNews{s.news}; }),
        row<ListConfirmations>("",                       {401, 404, 404, 403, 200, 200, 404, 401, 404}, [](S s) { return ListConfirmations{s.news}; }),
        row<RemindReaders> ("",                          {401, 404, 404, 403, 200, 409, 404, 401, 404}, [](S s) { return RemindReaders{s.news}; }),
        row<AcknowledgeNews>("for a department of others", {401, 404, 404, 403, 403, 403, 404, 401, 404}, [](S s) { return AcknowledgeNews{s.news, s.department, {"done"}, {}}; }),
        row<CreatePost>    ("that is an idea",           {401, 404, 404, 200, 200, 200, 404, 401, 404}, [](S s, Who who) { return idea_in(s, who); }),
        row<VoteForIdea>   ("",                          {401, 404, 404, 200, 200, 200, 404, 401, 404}, [](S s) { return VoteForIdea{s.idea}; }),
        row<ListIdeaVotes> ("",                          {401, 404, 404, 200, 200, 200, 404, 401, 404}, [](S s) { return ListIdeaVotes{s.idea}; }),
        row<WithdrawIdeaVote>("",                        {401, 404, 404, 200, 200, 200, 404, 401, 404}, [](S s) { return WithdrawIdeaVote{s.idea}; }),
        row<DecideIdea>    ("for a department of others", {401, 404, 404, 403, 403, 403, 404, 401, 404}, [](S s) { return DecideIdea{s.idea, IdeaStatus::heard, {"seen"}}; }),
        row<RouteIdea>     ("",                          {401, 404, 404, 403, 200, 200, 404, 401, 404}, [](S s) { return RouteIdea{s.idea, {.department = s.department}}; }),
        row<ListIdeas>     ("",                          {401, 200, 403, 200, 200, 200, 200, 401, 200}, [](S s) { return ListIdeas{s.department}; }),
        row<CreatePost>    ("that is an event",          {401, 404, 404, 200, 200, 200, 404, 401, 404}, [](S s, Who who) { return event_in(s, who); }),
        row<SetAttendance> ("",                          {401, 404, 404, 200, 200, 200, 404, 401, 404}, [](S s) { return SetAttendance{s.event, Attendance::yes}; }),
        row<ListAttendances>("",                         {401, 404, 404, 200, 200, 200, 404, 401, 404}, [](S s) { return ListAttendances{s.event}; }),
        row<WithdrawAttendance>("",                      {401, 404, 404, 200, 200, 200, 404, 401, 404}, [](S s) { return WithdrawAttendance{s.event}; }),
        row<GetEventFile>  ("",                          {401, 404, 404, 200, 200, 200, 404, 401, 404}, [](S s) { return GetEventFile{s.event}; }),
        row<RescheduleEvent>("",                         {401, 404, 404, 403, 200, 200, 404, 401, 404}, [](S s) { return RescheduleEvent{s.event, 0, some_plan()}; }),
        row<CancelEvent>   ("",                          {401, 404, 404, 403, 200, 200, 404, 401, 404}, [](S s) { return CancelEvent{s.event, {"rain"}}; }),
        row<SetAttendance> ("that was cancelled",        {401, 404, 404, 409, 409, 409, 404, 401, 404}, [](S s) { return SetAttendance{s.event, Attendance::yes}; }),
        row<ListEvents>    ("",                          {401, 200, 200, 200, 200, 200, 200, 401, 200}, [](S) { return ListEvents{}; }),
        row<MakeCalendarFeed>("",                        {401, 200, 200, 200, 200, 200, 200, 401, 200}, [](S) { return MakeCalendarFeed{}; }),
        row<GetCalendarFeed>("",                         {401, 200, 200, 200, 200, 200, 200, 401, 200}, [](S) { return GetCalendarFeed{}; }),
        row<EndCalendarFeed>("",                         {401, 204, 204, 204, 204, 204, 204, 401, 204}, [](S) { return EndCalendarFeed{}; }),
        row<ReadCalendarFeed>("that is not there",       {404, 404, 404, 404, 404, 404, 404, 404, 404}, [](S) { return ReadCalendarFeed{{unknown_token()}}; }),
        row<ListWaitingNews>("",                         {401, 200, 200, 200, 200, 200, 200, 401, 200}, [](S) { return ListWaitingNews{}; }),
        row<DeleteComment> ("of the owner",              {401, 404, 404, 403, 403, 204, 404, 401, 404}, [](S s) { return DeleteComment{s.comment}; }),
        row<RestoreComment>("of the owner",              {401, 404, 404, 404, 404, 200, 404, 401, 404}, [](S s) { return RestoreComment{s.comment}; }),

        row<MovePost>      ("where it is",               {401, 404, 404, 200, 200, 200, 404, 401, 404}, [](S s) { return MovePost{s.post, s.general}; }),
        row<MovePost>      ("before guests, unsaid",     {401, 404, 404, 403, 409, 409, 404, 401, 404}, [](S s) { return MovePost{s.post, s.opened}; }),
        row<MovePost>      ("from another department",   {401, 404, 404, 403, 404, 409, 404, 401, 404}, [](S s) { return MovePost{s.limited_post, s.general}; }),
        row<MovePost>      ("of the removed member",     {401, 404, 404, 403, 403, 200, 404, 401, 404}, [](S s) { return MovePost{s.former_post, s.announcements}; }),
        row<MovePost>      ("of others before more",     {401, 404, 404, 403, 403, 403, 404, 401, 404}, [](S s) { return MovePost{s.former_post, s.opened, true}; }),
        row<ListPosts>     ("in the order of activity",  {401, 404, 404, 200, 200, 200, 404, 401, 404}, [](S s) { return ListPosts{.tab = s.general, .order = FeedOrder::activity}; }),
        row<ListGroupPosts>("in the order of activity",  {401, 404, 200, 200, 200, 200, 404, 401, 404}, [](S s) { return ListGroupPosts{.group = s.group, .order = FeedOrder::activity, .mark = Mark::work}; }),
        row<DeletePost>    ("of the removed member",     {401, 404, 404, 403, 403, 403, 404, 401, 404}, [](S s) { return DeletePost{s.former_post}; }),
        row<DeletePost>    ("of the owner",              {401, 404, 404, 403, 403, 204, 404, 401, 404}, [](S s) { return DeletePost{s.post}; }),
        row<RestorePost>   ("of the owner",              {401, 404, 404, 404, 404, 200, 404, 401, 404}, [](S s) { return RestorePost{s.post}; }),

        row<GetGroup>      ("that is archived",          {401, 404, 404, 404, 404, 404, 404, 401, 404}, [](S s) { return GetGroup{s.archived_group}; }),
        row<ListPosts>     ("of an archived group",      {401, 404, 404, 404, 404, 404, 404, 401, 404}, [](S s) { return ListPosts{s.tab_of_archived_group}; }),
        row<ListArchivedGroups>("",                      {401, 200, 200, 200, 200, 200, 200, 401, 200}, [](S) { return ListArchivedGroups{}; }),
        row<RestoreGroup>  ("of the stranger",           {401, 204, 404, 404, 404, 404, 404, 401, 404}, [](S s) { return RestoreGroup{s.archived_group}; }),
        row<ArchiveGroup>  ("",                          {401, 404, 403, 403, 403, 204, 404, 401, 404}, [](S s) { return ArchiveGroup{s.group}; }),
        row<BreakGlass>    ("",                          {401, 403, 403, 403, 403, 403, 200, 401, 403}, break_glass_of),

        row<SignOut>       ("",                          {401, 204, 204, 204, 204, 204, 204, 401, 204}, [](S) { return SignOut{}; }),
    };
    // clang-format on
}

}  // namespace plein::test
