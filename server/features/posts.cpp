#include "server/features/posts.hpp"

#include "server/features/announcing.hpp"
#include "server/features/asking.hpp"
#include "server/features/held.hpp"
#include "server/features/kept_pages.hpp"
#include "server/features/notifying.hpp"
#include "server/features/pages.hpp"
#include "server/features/polling.hpp"
#include "server/features/praising.hpp"
#include "server/features/reactions.hpp"
#include "server/features/written_text.hpp"
#include "storage/posts.hpp"

#include <algorithm>
#include <set>

namespace plein::features {

namespace {

using storage::TabAccess;

constexpr std::int32_t most_per_tab = 20;

/// `select` gives the posts before a place, at most so many.
template <class R, class Select>
PostPage page_of(Snapshot& snapshot, const Viewer& viewer, const storage::ReadableTabs& tabs,
                 const R& request, const Select& select) {
    const auto limit = page_limit(request.limit, default_page);
    const auto key = request.before ? std::optional{feed_key(request.before->value)} : std::nullopt;
    return to_page(snapshot, viewer, tabs,
                   shared_page(snapshot, tabs, select(key, limit + 1), static_cast<std::size_t>(limit)));
}

/// Errors: invalid_request, outside 1..20.
std::optional<std::int64_t> per_tab_of(const ListHomePosts& request) {
    if (!request.per_tab) return std::nullopt;
    if (*request.per_tab < 1 || *request.per_tab > most_per_tab)
        throw Refusal{ErrorCode::invalid_request, "?per_tab", "1 to 20"};
    return *request.per_tab;
}

/// One queue for several tabs: the more posts wait together, the less each costs. More than one, so that PostgreSQL works
/// while it waits for the disk.
std::string queue_of_posts(const CreatePost& request) {
    constexpr std::int64_t queues = 2;
    return "posts:" + std::to_string(request.tab.value % queues);
}

std::vector<access::TabOfViewer> tabs_of(const std::vector<Asked<CreatePost>>& asked) {
    std::vector<access::TabOfViewer> tabs;
    for (const auto& [viewer, request] : asked)
        tabs.push_back({request.tab, &viewer});
    return tabs;
}

/// What became of several requests, each in its place: nothing of those that were made before, or have to be held.
struct Published {
    std::vector<std::optional<storage::PublishedPost>> posts;
    std::vector<std::optional<Question>> questions;
    std::vector<std::optional<storage::ReadPoll>> polls;
    std::vector<std::optional<News>> news;
    std::vector<std::vector<Notice>> notices;
    std::vector<std::exception_ptr> refusals;
};

/// What `asked_of` finds in posts that were published goes to `insert`, all at once; what that makes of it to its place in
/// `made`.
template <class AskedOf, class Insert, class Made>
void insert_beside(const std::vector<std::size_t>& places, const Published& published,
                   const AskedOf& asked_of, const Insert& insert, std::vector<std::optional<Made>>& made) {
    using Found = std::invoke_result_t<AskedOf, std::size_t, const storage::PublishedPost&>;
    std::vector<typename Found::value_type> asked;
    std::vector<std::size_t> of;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto& post = published.posts[places[i]];
        auto found = post ? asked_of(i, *post) : Found{};
        if (!found) continue;
        asked.push_back(std::move(*found));
        of.push_back(places[i]);
    }
    if (asked.empty()) return;
    auto rows = insert(asked);
    for (std::size_t i = 0; i < rows.size(); ++i)
        made[of[i]] = std::move(rows[i]);
}

/// Questions, polls and news have rows of their own.
void insert_kinds(Transaction& tx, const std::vector<storage::NewPost>& posts,
                  const std::vector<Addressee>& targets, const std::vector<std::size_t>& places,
                  Published& published) {
    using storage::PublishedPost;
    insert_beside(
        places, published,
        [&](std::size_t i, const PublishedPost& made) {
            if (!posts[i].request->question) return std::optional<storage::NewQuestion>{};
            const auto promise = promise_of(tx, targets[i], made.at.at);
            return std::optional{storage::NewQuestion{posts[i].tab, made.post.id, targets[i], promise}};
        },
        [&](const auto& asked) { return storage::insert_questions(tx, asked); }, published.questions);
    insert_beside(
        places, published,
        [&](std::size_t i, const PublishedPost& made) {
            const auto& poll = posts[i].request->poll;
            return poll ? std::optional{storage::AskedPoll{made.post.id, &*poll}} : std::nullopt;
        },
        [&](const auto& asked) { return storage::insert_polls(tx, asked); }, published.polls);
    insert_beside(
        places, published,
        [&](std::size_t i, const PublishedPost& made) {
            const auto& news = posts[i].request->news;
            return news ? std::optional{storage::AskedNews{made.post.id, &*news, made.at.at}} : std::nullopt;
        },
        [&](const auto& asked) { return storage::insert_news(tx, asked); }, published.news);
}

/// Those which may be read at once. Of two that are the same the first.
Published publish(Transaction& tx, const std::vector<Asked<CreatePost>>& asked,
                  const std::vector<std::optional<TabAccess>>& tabs) {
    Published published;
    published.posts.resize(asked.size());
    published.questions.resize(asked.size());
    published.polls.resize(asked.size());
    published.news.resize(asked.size());
    published.notices.resize(asked.size());
    published.refusals.resize(asked.size());
    std::vector<storage::NewPost> posts;
    std::vector<Addressee> targets;
    std::vector<std::size_t> places;
    std::set<std::pair<PersonId, Uuid>> met;
    for (std::size_t i = 0; i < asked.size(); ++i) {
        const auto& [viewer, request] = asked[i];
        if (!tabs[i] || !tabs[i]->may_post() || tabs[i]->needs_approval()) continue;
        std::optional<Addressee> target;
        WrittenText text;
        published.refusals[i] = refusal_of([&] {
            text = written_text(tx, viewer, *tabs[i], request.body.value);
            check_poll(request, tx.now());
            check_praise(tx, viewer, *tabs[i], request);
            check_news(tx, *tabs[i], request, text.blocks);
            if (request.question) target = target_of(tx, viewer, *tabs[i], *request.question);
            const auto praised = request.praise ? request.praise->people.items : std::vector<PersonId>{};
            const auto affected = request.news ? request.news->affects.items : std::vector<DepartmentId>{};
            published.notices[i] = heard_by(tx, *tabs[i], viewer.person,
                                            concerned_by(tx, {praised, affected, text.named, target}));
        });
        if (published.refusals[i] || !met.emplace(viewer.person, request.client_id).second) continue;
        posts.push_back({&viewer, &*tabs[i], &request, std::move(text.blocks.text)});
        targets.push_back(target.value_or(Addressee{}));
        places.push_back(i);
    }
    auto rows = storage::publish_posts(tx, posts);
    for (std::size_t i = 0; i < rows.size(); ++i)
        published.posts[places[i]] = std::move(rows[i]);
    insert_kinds(tx, posts, targets, places, published);
    return published;
}

/// What was not published. Rows of posts stay for ever: what is known is found.
Post find_or_hold(Transaction& tx, const TabAccess& tab, const Asked<CreatePost>& asked,
                  const std::exception_ptr& refusal) {
    if (auto earlier = storage::select_retried(tx, asked.viewer, tab, asked.request)) return *earlier;
    access::check_may_post(tab);
    if (refusal) std::rethrow_exception(refusal);
    return hold_post(tx, asked.viewer, tab, asked.request);
}

/// A post, and all that is below it.
std::vector<std::string> subjects_of_all(Transaction& tx, const TabAccess& tab, PostId post) {
    std::vector<std::string> subjects{subject_of(post), subject_of_reactions(post), subject_of_question(post),
                                      subject_of_poll(post), subject_of_news(post)};
    for (const CommentId comment : storage::select_comment_ids(tx, tab, post))
        subjects.push_back(subject_of(comment));
    return subjects;
}

/// A post has come back, and with it what readers see below it at first.
void tell_what_is_below(Transaction& tx, const storage::PostAccess& post) {
    const Thread thread = storage::select_thread(tx, post);
    const auto latest = storage::select_comments(tx, post, std::nullopt, limits::latest_comments);
    for (const auto& [comment, reactions] : latest)
        tx.tell(post.stream(), CommentCreated{comment, thread}, subject_of(comment.id));
    for (const auto& [subject, reactions] : storage::select_reactions(tx, post)) {
        const auto is_subject = [&](const auto& each) { return each.comment.id == subject.comment; };
        if (subject.comment && std::ranges::none_of(latest, is_subject)) continue;
        tx.tell(post.stream(), reactions_counted(subject, post.tab().tab(), reactions),
                subject_of_reactions(subject.post));
    }
    if (const auto question = storage::select_question(tx, post))
        tell_question(tx, post.tab(), post.post(), *question);
    if (const auto poll = storage::select_poll(tx, post)) tell_poll(tx, post.tab(), post.post(), *poll);
    if (const auto news = storage::select_news(tx, post)) tell_news(tx, post.tab(), post.post(), *news);
}

/// A visible post that this viewer wrote, and its tab. Errors: not_found, forbidden.
Post own_post(Transaction& tx, const Viewer& viewer, const TabAccess& tab, PostId id) {
    auto post = storage::select_post(tx, tab, id);
    if (!post || post->state != PostState::visible) throw Refusal{ErrorCode::not_found, "post"};
    if (post->author != viewer.person) throw Refusal{ErrorCode::forbidden, "post"};
    return std::move(*post);
}

}  // namespace

void add_post_routes(net::Router& routes, Edge& edge) {
    routes.bind_json<ListPosts>(read_kept_pages(edge));
    routes.bind<ListGroupPosts>(read(edge, list_group_posts));
    routes.bind<ListHomePosts>(read(edge, list_home_posts));
    routes.bind<GetPost>(read(edge, get_post));
    routes.bind<CreatePost>(commit_jointly<CreatePost, create_posts>(edge, queue_of_posts));
    routes.bind<EditPost>(commit(edge, edit_post));
    routes.bind<DeletePost>(commit(edge, delete_post));
    routes.bind<RestorePost>(commit(edge, restore_post));
}

SharedPage read_first_page(Snapshot& snapshot, const TabAccess& tab) {
    auto posts = storage::select_feed(snapshot, tab, std::nullopt, default_page + 1);
    return shared_page(snapshot, storage::ReadableTabs{tab}, std::move(posts), default_page);
}

PostPage list_posts(Snapshot& snapshot, const Viewer& viewer, const ListPosts& request) {
    const TabAccess tab = access::to_tab(snapshot, viewer, request.tab);
    snapshot.touch(tab.stream());
    return page_of(snapshot, viewer, storage::ReadableTabs{tab}, request,
                   [&](const auto& before, std::int64_t limit) {
                       return storage::select_feed(snapshot, tab, before, limit);
                   });
}

PostPage list_group_posts(Snapshot& snapshot, const Viewer& viewer, const ListGroupPosts& request) {
    const auto group = access::to_group(snapshot, viewer, request.group);
    const auto tabs = access::to_tabs(snapshot, viewer, group);
    for (const TabAccess& tab : tabs.tabs())
        snapshot.touch(tab.stream());
    return page_of(snapshot, viewer, tabs, request, [&](const auto& before, std::int64_t limit) {
        return storage::select_feed(snapshot, tabs, before, limit);
    });
}

PostPage list_home_posts(Snapshot& snapshot, const Viewer& viewer, const ListHomePosts& request) {
    const auto per_tab = per_tab_of(request);
    const auto tabs = access::to_followed_tabs(snapshot, viewer);
    for (const TabAccess& tab : tabs.tabs())
        snapshot.touch(tab.stream());
    return page_of(snapshot, viewer, tabs, request, [&](const auto& before, std::int64_t limit) {
        const storage::HomePart part{request.unread, request.side};
        return storage::select_home_feed(snapshot, viewer, tabs, part, per_tab, before, limit);
    });
}

PostAnswer get_post(Snapshot& snapshot, const Viewer& viewer, const GetPost& request) {
    const storage::PostAccess post = access::to_post(snapshot, viewer, request.post);
    auto shared = with_latest_comments(snapshot, storage::ReadableTabs{post.tab()},
                                       {storage::select_read_post(snapshot, post)});
    const OwnMarks own = own_marks(snapshot, viewer, {request.post});
    snapshot.touch(post.stream());
    snapshot.touch(viewer.stream());
    return {to_view(std::move(shared.items.front()), viewer, post.tab().needs_approval(), own),
            std::move(shared.quoted), std::move(shared.people), snapshot.cursors()};
}

Post create_post(Transaction& tx, const Viewer& viewer, const CreatePost& request) {
    Outcome<CreatePost> outcome = std::move(create_posts(tx, {{viewer, request}}).front());
    if (outcome.refusal) std::rethrow_exception(outcome.refusal);
    return std::move(*outcome.response);
}

std::vector<Outcome<CreatePost>> create_posts(Transaction& tx, const std::vector<Asked<CreatePost>>& asked) {
    const auto tabs = access::to_each_tab(tx, tabs_of(asked));
    auto published = publish(tx, asked, tabs);
    std::vector<Outcome<CreatePost>> outcomes;
    for (std::size_t i = 0; i < asked.size(); ++i) {
        outcomes.push_back(outcome_of<CreatePost>([&] {
            if (!tabs[i]) throw Refusal{ErrorCode::not_found, "tab"};
            auto& made = published.posts[i];
            if (!made) return find_or_hold(tx, *tabs[i], asked[i], published.refusals[i]);
            tx.emit(made->at, PostCreated{made->post}, subject_of(made->post.id));
            if (published.questions[i]) tell_question(tx, *tabs[i], made->post.id, *published.questions[i]);
            if (published.polls[i]) tell_poll(tx, *tabs[i], made->post.id, *published.polls[i]);
            if (published.news[i]) tell_news(tx, *tabs[i], made->post.id, *published.news[i]);
            notify(tx, subject_of_notice(made->post), published.notices[i]);
            return std::move(made->post);
        }));
    }
    return outcomes;
}

Post edit_post(Transaction& tx, const Viewer& viewer, const EditPost& request) {
    const TabAccess tab = access::to_tab_of(tx, viewer, request.post);
    const Post before = own_post(tx, viewer, tab, request.post);
    if (tab.needs_approval()) throw Refusal{ErrorCode::forbidden, "tab"};
    WrittenText text = written_text(tx, viewer, tab, request.body.value);
    if (before.kind == PostKind::news) check_title(text.blocks);
    auto post = storage::update_post(tx, tab, request, std::move(text.blocks));
    if (!post) throw Refusal{ErrorCode::stale_version, "version"};
    notify_of_edit(tx, tab, subject_of_notice(*post), text.named);
    tx.redact(subject_of(post->id));
    tx.tell(tab.stream(), PostEdited{*post}, subject_of(post->id));
    return std::move(*post);
}

NoContent delete_post(Transaction& tx, const Viewer& viewer, const DeletePost& request) {
    const TabAccess tab = access::to_tab_of(tx, viewer, request.post);
    const auto found = storage::select_post(tx, tab, request.post);
    if (found && found->state == PostState::deleted && found->author == viewer.person) return {};
    const Post before = own_post(tx, viewer, tab, request.post);
    const Post post = storage::update_deleted(tx, tab, before.id, tx.now() + undo_window);
    tx.redact(subjects_of_all(tx, tab, post.id));
    tx.tell(tab.stream(), PostDeleted{post.id, post.tab, post.group, post.version});
    return {};
}

Post restore_post(Transaction& tx, const Viewer& viewer, const RestorePost& request) {
    const TabAccess tab = access::to_tab_of(tx, viewer, request.post);
    const auto before = storage::select_post(tx, tab, request.post);
    if (!before || before->author != viewer.person) throw Refusal{ErrorCode::not_found, "post"};
    if (before->state == PostState::visible) return *before;
    auto post = storage::update_restored(tx, tab, request.post);
    if (!post) throw Refusal{ErrorCode::not_found, "post"};
    tx.tell(tab.stream(), PostCreated{*post}, subject_of(post->id));
    tell_what_is_below(tx, access::to_post(tx, viewer, post->id));
    return std::move(*post);
}

}  // namespace plein::features
