#include "server/features/kinds.hpp"

#include "server/features/announcing.hpp"
#include "server/features/asking.hpp"
#include "server/features/confidential.hpp"
#include "server/features/planning.hpp"
#include "server/features/polling.hpp"
#include "server/features/post_views.hpp"
#include "server/features/praising.hpp"
#include "server/features/proposing.hpp"

#include <utility>

namespace plein::features {

namespace {

using storage::ReadKinds;
using storage::TabAccess;
using storage::Transaction;
using storage::Viewer;

/// Errors: invalid_request about the second kind.
void check_one_kind(const CreatePost& request) {
    const std::pair<bool, const char*> parts[] = {
        {request.question.has_value(), "$.question"}, {request.poll.has_value(), "$.poll"},
        {request.praise.has_value(), "$.praise"},     {request.news.has_value(), "$.news"},
        {request.idea.has_value(), "$.idea"},         {request.event.has_value(), "$.event"},
    };
    bool is_met = false;
    for (const auto& [is_there, place] : parts) {
        if (is_there && is_met) throw Refusal{ErrorCode::invalid_request, place, "of one kind"};
        is_met = is_met || is_there;
    }
}

/// What `row_of` finds in posts goes to `insert`, all at once; what that makes of it to its place in `made`.
template <class RowOf, class Insert, class Part>
void insert_part(const std::vector<NewKind>& posts, const RowOf& row_of, const Insert& insert,
                 std::optional<Part> ReadKinds::* part, std::vector<ReadKinds>& made) {
    using Found = std::invoke_result_t<RowOf, const NewKind&>;
    std::vector<typename Found::value_type> rows;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < posts.size(); ++i) {
        auto found = row_of(posts[i]);
        if (!found) continue;
        rows.push_back(std::move(*found));
        places.push_back(i);
    }
    if (rows.empty()) return;
    auto parts = insert(rows);
    for (std::size_t i = 0; i < parts.size(); ++i)
        made[places[i]].*part = std::move(parts[i]);
}

std::vector<Notice> concerned_by(storage::Reader& reader, const TabAccess& tab,
                                 const std::vector<PersonId>& praised,
                                 const std::vector<DepartmentId>& affected,
                                 const std::vector<PersonId>& named, const std::optional<Addressee>& asked,
                                 const std::optional<Addressee>& proposed) {
    std::vector<Notice> wanted;
    concern(wanted, NotificationKind::praise, praised);
    for (const DepartmentId department : affected)
        concern(wanted, NotificationKind::affects, answerers_of(reader, {department, std::nullopt}));
    concern(wanted, NotificationKind::mention, named);
    if (asked) concern(wanted, NotificationKind::routed, answerers_of(reader, *asked));
    if (proposed) concern(wanted, NotificationKind::proposed, deciders_of(reader, tab, *proposed));
    return wanted;
}

/// As it was asked for; what is for the department of its tab names none.
template <class Part>
std::optional<Addressee> asked_of(const TabAccess& tab, const std::optional<Part>& part) {
    if (!part) return std::nullopt;
    if (!part->service && part->department == tab.tab().department) return Addressee{};
    return Addressee{part->department, part->service};
}

/// What its author would have to ask for now to make the same post.
CreatePost request_of(const TabAccess& tab, const Post& post, const ReadKinds& kinds) {
    CreatePost request{.tab = post.tab, .body = {post.body}, .mark = post.mark};
    request.question = asked_of(tab, kinds.question);
    request.idea = asked_of(tab, kinds.idea);
    if (post.praised) request.praise = NewPraise{{*post.praised}};
    if (kinds.poll) {
        request.poll = NewPoll{.closes_at = kinds.poll->closes_at};
        for (const std::string& option : kinds.poll->options)
            request.poll->options.items.push_back({option});
    }
    if (kinds.news) {
        request.news = NewNews{.must_read = kinds.news->must_read};
        request.news->affects.items =
            storage::column_of(affected_by(*kinds.news), &AffectedDepartment::department);
    }
    if (kinds.event)
        request.event =
            EventPlan{kinds.event->begins, kinds.event->ends, {kinds.event->place}, kinds.event->places};
    return request;
}

}  // namespace

std::optional<Addressee> check_kind(Transaction& tx, const Viewer& writer, const TabAccess& tab,
                                    const CreatePost& request, const JsonOf<MarkdownTree>& blocks) {
    check_one_kind(request);
    if (is_confidential(request) && !request.question)
        throw Refusal{ErrorCode::invalid_request, "$.confidential", "of a question"};
    if (is_confidential(request) && request.publish_at)
        throw Refusal{ErrorCode::invalid_request, "$.publish_at", "of a confidential question"};
    const Timestamp published_at = request.publish_at.value_or(tx.now());
    check_poll(request, published_at);
    check_praise(tx, writer, tab, request);
    check_news(tx, tab, request, blocks);
    check_event(request, blocks, published_at);
    if (request.question) return addressee_of(tx, writer, tab, *request.question, "question");
    if (request.idea) return addressee_of(tx, writer, tab, *request.idea, "idea");
    return std::nullopt;
}

void check_kind_again(Transaction& tx, const Viewer& writer, const TabAccess& tab, const Post& post,
                      const ReadKinds& kinds) {
    check_kind(tx, writer, tab, request_of(tab, post, kinds), post.blocks);
}

std::vector<Notice> concerned_by(storage::Reader& reader, const TabAccess& tab, const CreatePost& request,
                                 const std::optional<Addressee>& addressee, std::vector<PersonId> named) {
    return concerned_by(reader, tab, request.praise ? request.praise->people.items : std::vector<PersonId>{},
                        request.news ? request.news->affects.items : std::vector<DepartmentId>{}, named,
                        request.question ? addressee : std::nullopt, request.idea ? addressee : std::nullopt);
}

std::vector<Notice> concerned_by(storage::Reader& reader, const TabAccess& tab, const Post& post,
                                 const ReadKinds& kinds, std::vector<PersonId> named) {
    const auto addressee_in = [](const auto& part) {
        return part ? std::optional{Addressee{part->department, part->service}} : std::nullopt;
    };
    std::vector<DepartmentId> affected;
    if (kinds.news) affected = storage::column_of(affected_by(*kinds.news), &AffectedDepartment::department);
    return concerned_by(reader, tab, post.praised.value_or(std::vector<PersonId>{}), affected, named,
                        addressee_in(kinds.question), addressee_in(kinds.idea));
}

std::vector<ReadKinds> insert_kinds(Transaction& tx, const std::vector<NewKind>& posts) {
    std::vector<ReadKinds> made(posts.size());
    insert_part(
        posts,
        [&](const NewKind& post) -> std::optional<storage::NewQuestion> {
            if (!post.request->question) return std::nullopt;
            const auto promise =
                post.published_at ? promise_of(tx, post.addressee, *post.published_at) : std::nullopt;
            return storage::NewQuestion{post.tab, post.post, post.addressee, promise,
                                        is_confidential(*post.request)};
        },
        [&](const auto& rows) { return storage::insert_questions(tx, rows); }, &ReadKinds::question, made);
    insert_part(
        posts,
        [](const NewKind& post) -> std::optional<storage::AskedPoll> {
            if (!post.request->poll) return std::nullopt;
            return storage::AskedPoll{post.post, &*post.request->poll};
        },
        [&](const auto& rows) { return storage::insert_polls(tx, rows); }, &ReadKinds::poll, made);
    insert_part(
        posts,
        [&](const NewKind& post) -> std::optional<storage::AskedNews> {
            if (!post.request->news) return std::nullopt;
            return storage::AskedNews{post.post, &*post.request->news, post.published_at.value_or(tx.now())};
        },
        [&](const auto& rows) { return storage::insert_news(tx, rows); }, &ReadKinds::news, made);
    insert_part(
        posts,
        [](const NewKind& post) -> std::optional<storage::NewIdea> {
            if (!post.request->idea) return std::nullopt;
            return storage::NewIdea{post.post, post.addressee};
        },
        [&](const auto& rows) { return storage::insert_ideas(tx, rows); }, &ReadKinds::idea, made);
    insert_part(
        posts,
        [](const NewKind& post) -> std::optional<storage::PlannedEvent> {
            if (!post.request->event) return std::nullopt;
            return storage::PlannedEvent{post.post, &*post.request->event};
        },
        [&](const auto& rows) { return storage::insert_calendar_events(tx, rows); }, &ReadKinds::event, made);
    return made;
}

ReadKinds select_kinds(Transaction& tx, const TabAccess& tab, const Post& post) {
    ReadKinds kinds;
    switch (post.kind) {
        case PostKind::question:
            kinds.question = storage::select_question(tx, tab, post.id);
            break;
        case PostKind::poll:
            kinds.poll = storage::select_poll(tx, tab, post.id);
            break;
        case PostKind::news:
            kinds.news = storage::select_news(tx, tab, post.id);
            break;
        case PostKind::idea:
            kinds.idea = storage::select_idea(tx, tab, post.id);
            break;
        case PostKind::event:
            kinds.event = storage::select_calendar_event(tx, tab, post.id);
            break;
        case PostKind::update:
        case PostKind::praise:
            break;
    }
    return kinds;
}

void tell_kinds(Transaction& tx, const TabAccess& tab, PostId post, const ReadKinds& kinds) {
    if (kinds.question) tell_question(tx, tab, post, *kinds.question);
    if (kinds.poll) tell_poll(tx, tab, post, *kinds.poll);
    if (kinds.news) tell_news(tx, tab, post, *kinds.news);
    if (kinds.idea) tell_idea(tx, tab, post, *kinds.idea);
    if (kinds.event) tell_event(tx, tab, post, *kinds.event);
}

void open_kinds(Transaction& tx, const TabAccess& tab, const Post& post, Timestamp since) {
    open_question(tx, tab, post);
    open_poll(tx, tab, post, since);
    open_news(tx, tab, post);
    open_idea(tx, tab, post);
    open_event(tx, tab, post);
}

std::vector<std::string> subjects_of_kinds(PostId post) {
    return {subject_of_question(post), subject_of_poll(post), subject_of_news(post), subject_of_idea(post),
            subject_of_event(post)};
}

}  // namespace plein::features
