#include "server/features/posts.hpp"

#include "protocol/json_writer.hpp"
#include "server/features/held.hpp"
#include "server/features/kept_pages.hpp"
#include "server/features/pages.hpp"
#include "storage/people.hpp"
#include "storage/posts.hpp"

#include <algorithm>
#include <set>

namespace plein::features {

namespace {

using storage::TabAccess;

constexpr std::int32_t default_page = 20;
constexpr std::int32_t most_per_tab = 20;
constexpr std::chrono::minutes undo_window{10};

std::string subject_of(PostId post) { return "post:" + std::to_string(post.value); }

JsonOf<MarkdownTree> parse(const std::string& body) { return {to_blocks(body)}; }

bool needs_approval(const TabAccess& tab, const Post&) { return tab.needs_approval(); }

bool needs_approval(const storage::ReadableTabs& tabs, const Post& post) {
    const auto is_there = [&](const TabAccess& each) { return each.tab().id == post.tab; };
    return std::ranges::find_if(tabs.tabs(), is_there)->needs_approval();
}

/// `place`: the tab, or tabs, that the post was read from.
template <class Place>
PostView view_of(Post post, const Viewer& viewer, const Place& place) {
    const MyPost allowed = mine(viewer, post.author, needs_approval(place, post));
    return {std::move(post), allowed};
}

std::vector<Person> authors_of(Reader& reader, const std::vector<Post>& posts) {
    std::vector<PersonId> ids;
    for (const Post& post : posts)
        ids.push_back(post.author);
    std::ranges::sort(ids);
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return storage::select_people(reader, ids);
}

/// `posts` has one more than the page holds where there is a next one.
SharedPage shared_page(Reader& reader, std::vector<Post> posts, std::size_t limit) {
    SharedPage page{std::move(posts), {}, {}};
    if (page.posts.size() > limit) {
        page.posts.resize(limit);
        page.next = to_cursor(storage::FeedKey{page.posts.back().published_at, page.posts.back().id});
    }
    page.people = authors_of(reader, page.posts);
    return page;
}

template <class Place, class Select>
PostPage page_of(Snapshot& snapshot, const Viewer& viewer, const Place& place, const Select& select,
                 const std::optional<Text<limits::cursor>>& before, std::optional<std::int32_t> asked) {
    const auto limit = page_limit(asked, default_page);
    const auto key = before ? std::optional{feed_key(before->value)} : std::nullopt;
    SharedPage shared = shared_page(snapshot, select(key, limit + 1), static_cast<std::size_t>(limit));

    PostPage page{{}, std::move(shared.next), std::move(shared.people), {}};
    for (Post& post : shared.posts)
        page.items.push_back(view_of(std::move(post), viewer, place));
    page.cursors = snapshot.cursors();
    return page;
}

template <class Place, class R>
PostPage page_of_place(Snapshot& snapshot, const Viewer& viewer, const Place& place, const R& request) {
    const auto select = [&](const auto& before, std::int64_t limit) {
        return storage::select_feed(snapshot, place, before, limit);
    };
    return page_of(snapshot, viewer, place, select, request.before, request.limit);
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

/// Those which may be read at once. Of two that are the same the first.
std::vector<std::optional<storage::PublishedPost>> publish(
    Transaction& tx, const std::vector<Asked<CreatePost>>& asked,
    const std::vector<std::optional<TabAccess>>& tabs) {
    std::vector<storage::NewPost> posts;
    std::vector<std::size_t> places;
    std::set<std::pair<PersonId, Uuid>> met;
    for (std::size_t i = 0; i < asked.size(); ++i) {
        const auto& [viewer, request] = asked[i];
        if (!tabs[i] || !tabs[i]->may_post() || tabs[i]->needs_approval()) continue;
        if (!met.emplace(viewer.person, request.client_id).second) continue;
        posts.push_back({&viewer, &*tabs[i], &request, parse(request.body.value).text});
        places.push_back(i);
    }
    std::vector<std::optional<storage::PublishedPost>> published(asked.size());
    auto rows = storage::publish_posts(tx, posts);
    for (std::size_t i = 0; i < rows.size(); ++i)
        published[places[i]] = std::move(rows[i]);
    return published;
}

/// What was not published. Rows of posts stay for ever: what is known is found.
Post find_or_hold(Transaction& tx, const TabAccess& tab, const Asked<CreatePost>& asked) {
    if (auto earlier = storage::select_retried(tx, asked.viewer, tab, asked.request)) return *earlier;
    access::check_may_post(tab);
    return hold_post(tx, asked.viewer, tab, asked.request);
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

MyPost mine(const Viewer& viewer, PersonId author, bool needs_approval) {
    const bool own = author == viewer.person;
    return {.may_edit = own && !needs_approval, .may_delete = own};
}

SharedPage read_first_page(Snapshot& snapshot, const TabAccess& tab) {
    return shared_page(snapshot, storage::select_feed(snapshot, tab, std::nullopt, default_page + 1),
                       default_page);
}

PostPage list_posts(Snapshot& snapshot, const Viewer& viewer, const ListPosts& request) {
    const TabAccess tab = access::to_tab(snapshot, viewer, request.tab);
    snapshot.touch(tab.stream());
    return page_of_place(snapshot, viewer, tab, request);
}

PostPage list_group_posts(Snapshot& snapshot, const Viewer& viewer, const ListGroupPosts& request) {
    const auto group = access::to_group(snapshot, viewer, request.group);
    const auto tabs = access::to_tabs(snapshot, viewer, group);
    for (const TabAccess& tab : tabs.tabs())
        snapshot.touch(tab.stream());
    return page_of_place(snapshot, viewer, tabs, request);
}

PostPage list_home_posts(Snapshot& snapshot, const Viewer& viewer, const ListHomePosts& request) {
    const auto per_tab = per_tab_of(request);
    const auto tabs = access::to_followed_tabs(snapshot, viewer);
    for (const TabAccess& tab : tabs.tabs())
        snapshot.touch(tab.stream());
    snapshot.touch(viewer.stream());
    const auto select = [&](const auto& before, std::int64_t limit) {
        const storage::HomePart part{request.unread, request.side};
        return storage::select_home_feed(snapshot, viewer, tabs, part, per_tab, before, limit);
    };
    return page_of(snapshot, viewer, tabs, select, request.before, request.limit);
}

PostAnswer get_post(Snapshot& snapshot, const Viewer& viewer, const GetPost& request) {
    const TabAccess tab = access::to_tab_of(snapshot, viewer, request.post);
    auto post = storage::select_post(snapshot, tab, request.post);
    if (!post || post->state != PostState::visible) throw Refusal{ErrorCode::not_found, "post"};
    snapshot.touch(tab.stream());
    auto people = authors_of(snapshot, {*post});
    return {view_of(std::move(*post), viewer, tab), std::move(people), snapshot.cursors()};
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
            if (!published[i]) return find_or_hold(tx, *tabs[i], asked[i]);
            tx.emit(published[i]->at, PostCreated{published[i]->post}, subject_of(published[i]->post.id));
            return std::move(published[i]->post);
        }));
    }
    return outcomes;
}

Post edit_post(Transaction& tx, const Viewer& viewer, const EditPost& request) {
    const TabAccess tab = access::to_tab_of(tx, viewer, request.post);
    const Post before = own_post(tx, viewer, tab, request.post);
    if (tab.needs_approval()) throw Refusal{ErrorCode::forbidden, "tab"};
    if (before.version != request.version) throw Refusal{ErrorCode::stale_version, "version"};
    Post post = storage::update_post(tx, tab, request, parse(request.body.value));
    tx.redact(subject_of(post.id));
    tx.tell(tab.stream(), PostEdited{post}, subject_of(post.id));
    return post;
}

NoContent delete_post(Transaction& tx, const Viewer& viewer, const DeletePost& request) {
    const TabAccess tab = access::to_tab_of(tx, viewer, request.post);
    const auto found = storage::select_post(tx, tab, request.post);
    if (found && found->state == PostState::deleted && found->author == viewer.person) return {};
    const Post before = own_post(tx, viewer, tab, request.post);
    const Post post = storage::update_deleted(tx, tab, before.id, tx.now() + undo_window);
    tx.redact(subject_of(post.id));
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
    return std::move(*post);
}

}  // namespace plein::features
