#include "server/features/reactions.hpp"

#include "server/features/post_views.hpp"
#include "server/features/telling.hpp"
#include "storage/people.hpp"

#include <spdlog/spdlog.h>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <atomic>
#include <memory>
#include <set>
#include <tuple>

namespace plein::features {

namespace {

namespace asio = boost::asio;
using storage::PostAccess;
using storage::Subject;
using namespace std::chrono_literals;

/// Counts what this node's people chose: soon after somebody did, and once for all who did meanwhile.
class Counter : public std::enable_shared_from_this<Counter> {
public:
    explicit Counter(storage::Database& database) : database_(database) {}

    void count_soon(const asio::any_io_executor& executor) {
        if (is_due_.exchange(true)) return;
        asio::co_spawn(executor, count(shared_from_this()), [](const std::exception_ptr& fault) {
            if (fault) spdlog::error("counting of reactions ended by a fault of ours");
        });
    }

private:
    static constexpr auto patience = 200ms;  // four or five counts a second
    static constexpr auto pause = 500ms;     // after one that failed
    static constexpr std::int64_t at_once = 5000;

    static asio::awaitable<void> count(std::shared_ptr<Counter> self) {
        asio::steady_timer timer{co_await asio::this_coro::executor};
        timer.expires_after(patience);
        for (;;) {
            co_await timer.async_wait(asio::use_awaitable);
            self->is_due_ = false;  // whoever reacts from now on may be too late for this count
            if (co_await self->is_counted()) co_return;
            if (self->is_due_.exchange(true)) co_return;
            timer.expires_after(pause);
        }
    }

    asio::awaitable<bool> is_counted() {
        try {
            std::int64_t counted = at_once;
            while (counted == at_once)
                counted = co_await database_.commit(
                    "counting of reactions", [](Transaction& tx) { return count_reactions(tx, at_once); });
            co_return true;
        } catch (const Refusal& refusal) {
            spdlog::warn("reactions are counted later: {}", refusal.what());
            co_return false;
        }
    }

    storage::Database& database_;
    std::atomic<bool> is_due_ = false;
};

std::string queue_of_reactions(const SetReaction&) { return "reactions"; }

net::Handler<SetReaction> react(Edge& edge) {
    auto counter = std::make_shared<Counter>(edge.database);
    return [counter, set = commit_jointly<SetReaction, set_reactions>(edge, queue_of_reactions)](
               net::Call& call, SetReaction request) -> asio::awaitable<NoContent> {
        co_await set(call, std::move(request));
        counter->count_soon(co_await asio::this_coro::executor);
        co_return NoContent{};
    };
}

/// Those of the comments reacted to that are visible.
std::set<Subject> visible_comments(Transaction& tx, const std::vector<Asked<SetReaction>>& asked) {
    std::vector<Subject> comments;
    for (const auto& [viewer, request] : asked) {
        if (request.comment) comments.push_back({request.post, request.comment});
    }
    const auto visible = storage::select_visible(tx, comments);
    return {visible.begin(), visible.end()};
}

}  // namespace

void add_reaction_routes(net::Router& routes, Edge& edge) {
    routes.bind<SetReaction>(react(edge));
    routes.bind<ListReactors>(read(edge, list_reactors));
}

std::vector<Outcome<SetReaction>> set_reactions(Transaction& tx,
                                                const std::vector<Asked<SetReaction>>& asked) {
    std::vector<access::PostOfViewer> posts;
    for (const auto& [viewer, request] : asked)
        posts.push_back({request.post, &viewer});
    const auto access = access::to_each_post(tx, posts);
    const auto comments = visible_comments(tx, asked);

    // Of several by one person to one subject the last counts.
    std::map<std::pair<PersonId, Subject>, storage::NewReaction> last;
    std::vector<Outcome<SetReaction>> outcomes;
    for (std::size_t i = 0; i < asked.size(); ++i) {
        const auto& [viewer, request] = asked[i];
        const Subject subject{request.post, request.comment};
        outcomes.push_back(outcome_of<SetReaction>([&] {
            if (!access[i]) throw Refusal{ErrorCode::not_found, "post"};
            if (subject.comment && !comments.contains(subject))
                throw Refusal{ErrorCode::not_found, "comment"};
            last.insert_or_assign({viewer.person, subject},
                                  storage::NewReaction{&viewer, &*access[i], subject.comment, request.kind});
            return NoContent{};
        }));
    }
    std::vector<storage::NewReaction> reactions;
    for (const auto& [of, reaction] : last)
        reactions.push_back(reaction);
    const auto changed = storage::set_reactions(tx, reactions);
    for (std::size_t i = 0; i < reactions.size(); ++i) {
        const auto& [person, post, comment, kind] = reactions[i];
        if (changed[i]) tx.tell(person->stream(), ReactionSet{post->post(), comment, kind});
    }
    return outcomes;
}

NoContent set_reaction(Transaction& tx, const Viewer& viewer, const SetReaction& request) {
    Outcome<SetReaction> outcome = std::move(set_reactions(tx, {{viewer, request}}).front());
    if (outcome.refusal) std::rethrow_exception(outcome.refusal);
    return {};
}

ReactorList list_reactors(Snapshot& snapshot, const Viewer& viewer, const ListReactors& request) {
    const PostAccess post = access::to_post(snapshot, viewer, request.post);
    const Subject subject{request.post, request.comment};
    if (request.comment && storage::select_visible(snapshot, {subject}).empty())
        throw Refusal{ErrorCode::not_found, "comment"};
    auto [reactors, total] = storage::select_reactors(snapshot, post, request.comment, limits::reactors);
    const auto people = storage::column_of(reactors, &Reactor::person);
    return {std::move(reactors), total, storage::select_people(snapshot, people)};
}

std::int64_t count_reactions(Transaction& tx, std::int64_t limit) {
    const auto system = access::as_system("counting of reactions");
    const auto [subjects, changes] = storage::take_changes(tx, system, limit);
    const auto posts = storage::column_of(subjects, &Subject::post);
    const auto tabs = access::tabs_with_streams(tx, system, posts);
    for (auto& [subject, reactions] : storage::count_reactions(tx, system, subjects)) {
        const auto tab = tabs.find(subject.post);
        if (tab == tabs.end()) continue;  // nobody reads it, or a desk
        tx.tell(tab->second.stream, reactions_counted(subject, tab->second, reactions),
                subject_of_reactions(subject.post));
    }
    tell_desks(tx, system, posts);
    return changes;
}

ReactionsCounted reactions_counted(const Subject& subject, const Tab& tab, Reactions reactions) {
    return {subject.post, subject.comment, tab.id, tab.group, std::move(reactions)};
}

}  // namespace plein::features
