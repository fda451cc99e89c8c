#include "server/features/presence.hpp"

#include "server/features/acquaintances.hpp"

#include <sodium.h>

#include <algorithm>

namespace plein::features {

namespace {

namespace asio = boost::asio;

void check(const SetPresence& request, Snapshot& snapshot) {
    const auto refuse = [](const char* field, const char* why) {
        throw Refusal{ErrorCode::invalid_request, field, why};
    };
    if (request.sign && !request.shown) refuse("$.sign", "nothing is shown");
    if (request.sign.has_value() != request.until.has_value())
        refuse("$.until", "with a sign, and only then");
    if (!request.sign) return;
    if (*request.until <= snapshot.now()) refuse("$.until", "in the past");
    if (*request.until > snapshot.now() + std::chrono::days{limits::away_days})
        refuse("$.until", "too far ahead");
}

/// Any: no two signs of one person have the same.
std::int64_t new_number() {
    std::uint64_t number = 0;
    randombytes_buf(&number, sizeof number);
    return static_cast<std::int64_t>(number >> 12U);  // as long as the numbers of JSON are exact
}

std::optional<PresenceSign> sign_of(PresenceState state) {
    if (state == PresenceState::do_not_disturb) return PresenceSign::do_not_disturb;
    if (state == PresenceState::on_leave) return PresenceSign::on_leave;
    return std::nullopt;
}

/// `before`: with the number of the sign that holds until now.
struct Chooser {
    storage::ShownPerson before;
    std::string generation;
};

struct Beating {
    PersonId person;
    live::BoardBeat beat;
};

Beating read_beat(Snapshot& snapshot, const Viewer& viewer, const Beat& request) {
    auto people = known_ids(snapshot, viewer, request.people.items);
    people.push_back(viewer.person);
    Beating beating{viewer.person, {snapshot.generation(), {}, request.active, {}}};
    beating.beat.asked = storage::select_shown(snapshot, people);
    const auto& shown = beating.beat.asked;
    if (std::ranges::find(shown, viewer.person, &storage::ShownPerson::person) != shown.end())
        beating.beat.person = viewer.person;
    return beating;
}

}  // namespace

void add_presence_routes(net::Router& routes, Edge& edge, const live::PresenceBoard& board) {
    routes.bind<SetPresence>([&edge, &board](net::Call& call, SetPresence request) {
        return set_presence(edge, board, call, request);
    });
    routes.bind_unlogged<Beat>([&edge, &board](net::Call& call, Beat request) {
        return beat(edge, board, call, std::move(request));
    });
}

asio::awaitable<OwnPresence> set_presence(Edge& edge, const live::PresenceBoard& board, net::Call& call,
                                          SetPresence request) {
    const std::string token = token_hash_of(call);
    auto look = [token, request](Snapshot& snapshot) {
        const Viewer viewer = access::identify(snapshot, token);
        check(request, snapshot);
        const auto shown = storage::select_shown(snapshot, {viewer.person});
        return Chooser{shown.empty() ? storage::ShownPerson{viewer.person, {}} : shown.front(),
                       snapshot.generation()};
    };
    const Chooser chooser = co_await edge.database.read(std::move(look));
    edge.write_limits.take(chooser.before.person);

    // First the sign, under a number that nobody looks for until the commit: what fails leaves an earlier one as it was.
    std::optional<std::int64_t> number;
    if (request.sign) {
        number = new_number();
        const storage::ShownPerson after{chooser.before.person, number};
        if (!co_await board.hold(chooser.generation, after, {*request.sign, *request.until}))
            throw Refusal{ErrorCode::overloaded, "sign", "Redis does not hold a sign"};
    }
    auto choose = [token, number, shown = request.shown](Transaction& tx) {
        storage::update_presence(tx, access::identify_alone(tx, token), shown, number);
    };
    co_await edge.database.commit(std::string{}, std::move(choose));
    if (!request.shown)
        co_await board.forget(chooser.generation, chooser.before);
    else if (chooser.before.sign)
        co_await board.forget_sign(chooser.generation, chooser.before);
    co_return OwnPresence{request.shown, request.sign, request.until};
}

asio::awaitable<PresenceList> beat(Edge& edge, const live::PresenceBoard& board, net::Call& call,
                                   Beat request) {
    auto look = [token = token_hash_of(call), request](Snapshot& snapshot) {
        return read_beat(snapshot, access::identify(snapshot, token), request);
    };
    const Beating beating = co_await edge.database.read(std::move(look));
    edge.beat_limits.take(beating.person);

    PresenceList list;
    list.own.shown = beating.beat.person.has_value();
    list.items = co_await board.beat(beating.beat);
    const auto own = std::ranges::find(list.items, beating.person, &Presence::person);
    if (own == list.items.end()) co_return list;
    list.own.sign = sign_of(own->state);
    list.own.until = own->until;
    const auto& asked = request.people.items;
    if (std::ranges::find(asked, beating.person) == asked.end()) list.items.erase(own);
    co_return list;
}

}  // namespace plein::features
