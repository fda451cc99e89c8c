#include "server/features/posts.hpp"

#include "server/features/announcing.hpp"
#include "server/features/confidential.hpp"
#include "server/features/held.hpp"
#include "server/features/kept_pages.hpp"
#include "server/features/kinds.hpp"
#include "server/features/merging.hpp"
#include "server/features/notifying.hpp"
#include "server/features/post_events.hpp"
#include "server/features/scheduled.hpp"
#include "server/features/telling.hpp"
#include "server/features/translating.hpp"
#include "server/features/written_text.hpp"
#include "storage/feeds.hpp"
#include "storage/listeners.hpp"

#include <set>
#include <tuple>

namespace plein::features {

namespace {

using storage::TabAccess;

constexpr std::int32_t most_per_tab = 20;

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

/// What became of several requests, each in its place: nothing of those that were made before, and of those that not all
/// readers of the tab read now.
struct Published {
    std::vector<std::optional<storage::PublishedPost>> posts;
    std::vector<storage::ReadKinds> kinds;
    std::vector<std::vector<Notice>> notices;
    std::vector<std::exception_ptr> refusals;
};

bool is_for_later_or_few(const CreatePost& request) {
    return is_confidential(request) || request.publish_at.has_value();
}

/// Those which may be read at once. Of two that are the same the first.
Published publish(Transaction& tx, const std::vector<Asked<CreatePost>>& asked,
                  const std::vector<std::optional<TabAccess>>& tabs) {
    Published published;
    published.posts.resize(asked.size());
    published.kinds.resize(asked.size());
    published.notices.resize(asked.size());
    published.refusals.resize(asked.size());
    std::vector<storage::NewPost> posts;
    std::vector<Addressee> addressees;
    std::vector<std::size_t> places;
    std::set<std::pair<PersonId, Uuid>> met;
    for (std::size_t i = 0; i < asked.size(); ++i) {
        const auto& [viewer, request] = asked[i];
        if (!tabs[i] || !tabs[i]->may_post() || tabs[i]->needs_approval() || is_for_later_or_few(request))
            continue;
        std::optional<Addressee> addressee;
        WrittenPost written;
        published.refusals[i] = refusal_of([&] {
            written = written_post(tx, viewer, *tabs[i], request);
            addressee = check_kind(tx, viewer, *tabs[i], request, written.text.blocks);
            published.notices[i] = heard_by(tx, *tabs[i], viewer.person,
                                            concerned_by(tx, *tabs[i], request, addressee, written.named));
        });
        if (published.refusals[i] || !met.emplace(viewer.person, request.client_id).second) continue;
        posts.push_back({&viewer, &*tabs[i], &request, std::move(written.text)});
        addressees.push_back(addressee.value_or(Addressee{}));
        places.push_back(i);
    }
    auto rows = storage::publish_posts(tx, posts);
    std::vector<NewKind> made;
    std::vector<std::size_t> made_at;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!rows[i]) continue;
        made.push_back({rows[i]->post.id, posts[i].tab, posts[i].request, addressees[i], rows[i]->at.at});
        made_at.push_back(places[i]);
        published.posts[places[i]] = std::move(rows[i]);
    }
    storage::insert_untold_posts(tx, storage::column_of(made, &NewKind::post));
    auto kinds = insert_kinds(tx, made);
    for (std::size_t i = 0; i < kinds.size(); ++i)
        published.kinds[made_at[i]] = std::move(kinds[i]);
    return published;
}

/// What was not published for all readers of the tab. Rows of posts stay for ever: what is known is found.
Post find_or_keep(Transaction& tx, const TabAccess& tab, const Asked<CreatePost>& asked,
                  const std::exception_ptr& refusal) {
    if (auto earlier = storage::select_retried(tx, asked.viewer, tab, asked.request)) {
        // It may have gone to a tab that its author does not read.
        if (earlier->tab != tab.tab().id) std::ignore = access::to_tab_of(tx, asked.viewer, earlier->id);
        return *earlier;
    }
    access::check_may_post(tab);
    if (refusal) std::rethrow_exception(refusal);
    if (is_confidential(asked.request)) return ask_desk(tx, asked.viewer, tab, asked.request);
    if (asked.request.publish_at) return schedule_post(tx, asked.viewer, tab, asked.request);
    return hold_post(tx, asked.viewer, tab, asked.request);
}

bool is_read(const Post& post) {
    return post.state == PostState::visible || post.state == PostState::confidential;
}

/// What few read, or nobody yet: before a stream is locked for others, since it locks accounts and tabs.
std::vector<std::optional<Outcome<CreatePost>>> keep_apart(
    Transaction& tx, const std::vector<Asked<CreatePost>>& asked,
    const std::vector<std::optional<TabAccess>>& tabs) {
    std::vector<std::optional<Outcome<CreatePost>>> apart(asked.size());
    for (std::size_t i = 0; i < asked.size(); ++i) {
        if (!tabs[i] || !is_for_later_or_few(asked[i].request)) continue;
        apart[i] = outcome_of<CreatePost>([&] { return find_or_keep(tx, *tabs[i], asked[i], nullptr); });
    }
    return apart;
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
    auto posts = storage::select_feed(snapshot, tab, std::nullopt, std::nullopt, default_page + 1);
    return shared_page(snapshot, storage::ReadableTabs{tab}, std::move(posts), default_page);
}

PostPage list_posts(Snapshot& snapshot, const Viewer& viewer, const ListPosts& request) {
    const TabAccess tab = access::to_tab(snapshot, viewer, request.tab);
    const storage::ReadableTabs tabs{tab};
    const FeedOrder order = request.order.value_or(FeedOrder::newest);
    snapshot.touch(tab.stream());
    return page_of(snapshot, viewer, tabs, request, order, [&](const auto& before, std::int64_t limit) {
        if (order == FeedOrder::activity)
            return storage::select_active_feed(snapshot, tabs, request.mark, before, limit);
        return storage::select_feed(snapshot, tab, request.mark, before, limit);
    });
}

PostPage list_group_posts(Snapshot& snapshot, const Viewer& viewer, const ListGroupPosts& request) {
    const auto group = access::to_group(snapshot, viewer, request.group);
    const auto tabs = access::to_tabs(snapshot, viewer, group);
    for (const TabAccess& tab : tabs.tabs())
        snapshot.touch(tab.stream());
    const FeedOrder order = request.order.value_or(FeedOrder::newest);
    return page_of(snapshot, viewer, tabs, request, order, [&](const auto& before, std::int64_t limit) {
        if (order == FeedOrder::activity)
            return storage::select_active_feed(snapshot, tabs, request.mark, before, limit);
        return storage::select_feed(snapshot, tabs, request.mark, before, limit);
    });
}

PostPage list_home_posts(Snapshot& snapshot, const Viewer& viewer, const ListHomePosts& request) {
    const auto per_tab = per_tab_of(request);
    const auto tabs = access::to_followed_tabs(snapshot, viewer);
    for (const TabAccess& tab : tabs.tabs())
        snapshot.touch(tab.stream());
    const storage::HomePart part{request.unread, request.side, request.mark};
    return page_of(snapshot, viewer, tabs, request, FeedOrder::newest,
                   [&](const auto& before, std::int64_t limit) {
                       return storage::select_home_feed(snapshot, viewer, tabs, part, per_tab, before, limit);
                   });
}

PostAnswer get_post(Snapshot& snapshot, const Viewer& viewer, const GetPost& request) {
    const storage::PostAccess post = access::to_post(snapshot, viewer, request.post);
    auto shared = with_latest_comments(snapshot, storage::ReadableTabs{post.tab()},
                                       {storage::select_read_post(snapshot, post)});
    const OwnMarks own = own_marks(snapshot, viewer, marked_in(shared.items));
    snapshot.touch(post.stream());
    snapshot.touch(viewer.stream());
    const bool needs_approval = post.tab().needs_approval() && !post.desk();
    return {to_view(std::move(shared.items.front()), viewer, needs_approval, own), std::move(shared.quoted),
            std::move(shared.people), snapshot.cursors()};
}

Post create_post(Transaction& tx, const Viewer& viewer, const CreatePost& request) {
    Outcome<CreatePost> outcome = std::move(create_posts(tx, {{viewer, request}}).front());
    if (outcome.refusal) std::rethrow_exception(outcome.refusal);
    return std::move(*outcome.response);
}

std::vector<Outcome<CreatePost>> create_posts(Transaction& tx, const std::vector<Asked<CreatePost>>& asked) {
    const auto tabs = access::to_each_tab(tx, tabs_of(asked));
    auto apart = keep_apart(tx, asked, tabs);
    auto published = publish(tx, asked, tabs);
    std::vector<Outcome<CreatePost>> outcomes;
    for (std::size_t i = 0; i < asked.size(); ++i) {
        if (apart[i]) {
            outcomes.push_back(std::move(*apart[i]));
            continue;
        }
        outcomes.push_back(outcome_of<CreatePost>([&] {
            if (!tabs[i]) throw Refusal{ErrorCode::not_found, "tab"};
            auto& made = published.posts[i];
            if (!made) return find_or_keep(tx, *tabs[i], asked[i], published.refusals[i]);
            tx.emit(made->at, PostCreated{made->post}, subject_of(made->post.id));
            tell_kinds(tx, *tabs[i], made->post.id, published.kinds[i]);
            notify(tx, subject_of_notice(made->post), published.notices[i]);
            return std::move(made->post);
        }));
    }
    return outcomes;
}

OwnPost own_post(Transaction& tx, const Viewer& viewer, const TabAccess& tab, PostId id) {
    auto post = storage::select_post(tx, tab, id);
    if (!post || !is_read(*post)) throw Refusal{ErrorCode::not_found, "post"};
    auto proof = access::to_post(tx, viewer, id);
    if (post->author != viewer.person) throw Refusal{ErrorCode::forbidden, "post"};
    return {std::move(*post), std::move(proof)};
}

Post edit_post(Transaction& tx, const Viewer& viewer, const EditPost& request) {
    const TabAccess tab = access::to_tab_of(tx, viewer, request.post);
    const auto [before, proof] = own_post(tx, viewer, tab, request.post);
    if (tab.needs_approval() && !proof.desk()) throw Refusal{ErrorCode::forbidden, "tab"};
    WrittenText text = written_text(tx, viewer, tab, request.body.value);
    if (has_title(before.kind)) check_title(text.blocks);
    auto post = storage::update_post(tx, tab, request, std::move(text.blocks));
    if (!post) throw Refusal{ErrorCode::stale_version, "version"};
    notify_of_edit(tx, proof, subject_of_notice(*post), named_in(tx, *post));
    tx.redact(subject_of(post->id));
    tell_readers(tx, proof, PostEdited{*post}, subject_of(post->id));
    return std::move(*post);
}

NoContent delete_post(Transaction& tx, const Viewer& viewer, const DeletePost& request) {
    const TabAccess tab = access::to_tab_of(tx, viewer, request.post);
    const auto found = storage::select_post(tx, tab, request.post);
    if (found && found->state == PostState::deleted && found->author == viewer.person) return {};
    const auto [before, proof] = own_post(tx, viewer, tab, request.post);
    const Post post = storage::update_deleted(tx, tab, before.id, tx.now() + undo_window);
    tx.redact(subjects_of_all(tx, tab, post.id));
    if (post.kind == PostKind::question) part_from_all(tx, post.id);
    tell_readers(tx, proof, PostDeleted{post.id, post.tab, post.group, post.version});
    return {};
}

Post restore_post(Transaction& tx, const Viewer& viewer, const RestorePost& request) {
    const TabAccess tab = access::to_tab_of(tx, viewer, request.post);
    const auto before = storage::select_post(tx, tab, request.post);
    if (!before || before->author != viewer.person) throw Refusal{ErrorCode::not_found, "post"};
    if (is_read(*before)) return *before;
    auto post = storage::update_restored(tx, tab, request.post);
    if (!post) throw Refusal{ErrorCode::not_found, "post"};
    const auto proof = access::to_post(tx, viewer, post->id);
    if (proof.desk()) {
        tell_desk(tx, proof.author(), *proof.desk());
    } else {
        tell_post_with_all(tx, proof, *post);
    }
    return std::move(*post);
}

}  // namespace plein::features
