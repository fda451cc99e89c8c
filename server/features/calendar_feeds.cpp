#include "server/features/calendar_feeds.hpp"

#include "server/features/calendar_text.hpp"
#include "server/features/tokens.hpp"
#include "storage/accounts.hpp"
#include "storage/calendar_feeds.hpp"

namespace plein::features {

namespace {

namespace asio = boost::asio;

net::Handler<GetEventFile> event_file(Edge& edge) {
    return [&edge](net::Call& call, GetEventFile request) -> asio::awaitable<CalendarText> {
        co_return co_await edge.database.read([&edge, token = token_hash_of(call),
                                               request](Snapshot& snapshot) {
            return get_event_file(snapshot, access::identify(snapshot, token), request, edge.organisation);
        });
    };
}

net::Handler<ReadCalendarFeed> calendar_feed(Edge& edge) {
    return [&edge](net::Call&, ReadCalendarFeed request) -> asio::awaitable<CalendarText> {
        co_return co_await edge.database.read([&edge, request = std::move(request)](Snapshot& snapshot) {
            return read_calendar_feed(snapshot, request, edge.organisation);
        });
    };
}

/// In the language of who asks, where the post says it in that too.
const JsonOf<MarkdownTree>& text_for(Snapshot& snapshot, const Viewer& viewer, const Post& post) {
    const bool may_differ = post.translation && !post.translation->outdated;
    if (!may_differ || storage::select_preferences(snapshot, viewer).language != post.translation->language)
        return post.blocks;
    return post.translation->blocks;
}

}  // namespace

void add_calendar_feed_routes(net::Router& routes, Edge& edge) {
    routes.bind<GetEventFile>(event_file(edge));
    routes.bind<GetCalendarFeed>(read(edge, get_calendar_feed));
    routes.bind<MakeCalendarFeed>(commit(edge, make_calendar_feed));
    routes.bind<EndCalendarFeed>(commit(edge, end_calendar_feed));
    routes.bind<ReadCalendarFeed>(calendar_feed(edge));
}

CalendarFeed get_calendar_feed(Snapshot& snapshot, const Viewer& viewer, const GetCalendarFeed&) {
    return storage::select_calendar_feed(snapshot, viewer);
}

NewCalendarFeed make_calendar_feed(Transaction& tx, const Viewer& viewer, const MakeCalendarFeed&) {
    std::string token = make_token();
    storage::upsert_calendar_feed(tx, viewer, access::hash_token(token));
    return {std::move(token)};
}

NoContent end_calendar_feed(Transaction& tx, const Viewer& viewer, const EndCalendarFeed&) {
    storage::delete_calendar_feed(tx, viewer);
    return {};
}

CalendarText get_event_file(Snapshot& snapshot, const Viewer& viewer, const GetEventFile& request,
                            const Organisation& organisation) {
    const auto post = access::to_post(snapshot, viewer, request.post);
    auto event = storage::select_calendar_event(snapshot, post);
    if (!event) throw Refusal{ErrorCode::not_found, "post"};
    const Post read = storage::select_read_post(snapshot, post).post;
    return calendar_text({{post.post(), text_for(snapshot, viewer, read), std::move(*event),
                           storage::select_attendance(snapshot, viewer, post)}},
                         organisation.address, snapshot.now());
}

CalendarText read_calendar_feed(Snapshot& snapshot, const ReadCalendarFeed& request,
                                const Organisation& organisation) {
    const Viewer viewer = access::identify_calendar(snapshot, access::hash_token(request.token.value));
    const auto tabs = access::to_all_tabs(snapshot, viewer);
    return calendar_text(storage::select_calendar(snapshot, viewer, tabs, limits::calendar_days,
                                                  std::int64_t{limits::calendar_events}),
                         organisation.address, snapshot.now());
}

}  // namespace plein::features
