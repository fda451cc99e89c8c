#include "server/live/presence_board.hpp"

#include "protocol/errors.hpp"
#include "protocol/json_reader.hpp"
#include "protocol/json_writer.hpp"

#include <fmt/format.h>
#include <boost/asio/use_awaitable.hpp>

namespace plein::live {

namespace {

namespace asio = boost::asio;

constexpr std::size_t keys_of_a_person = 3;

std::string key_of(const std::string& generation, PersonId person, std::string_view what) {
    return fmt::format("plein:presence:{}:{}:{}", generation, person.value, what);
}

std::string milliseconds_of(std::chrono::milliseconds span) { return std::to_string(span.count()); }

/// One of another number has been taken back, or never took: nobody looks for it.
std::string sign_key(const std::string& generation, const storage::ShownPerson& person) {
    return key_of(generation, person.person, person.sign ? fmt::format("sign:{}", *person.sign) : "sign");
}

std::optional<HeldSign> read_sign(const std::optional<std::string>& text) {
    if (!text) return std::nullopt;
    try {
        return from_json<HeldSign>(*text);
    } catch (const Refusal&) {
        return std::nullopt;
    }
}

std::optional<Presence> read_presence(const storage::ShownPerson& person,
                                      const std::optional<std::string>* items) {
    const auto &online = items[0], &away = items[1], &sign = items[2];
    if (const auto held = read_sign(sign)) {
        const bool is_on_leave = held->sign == PresenceSign::on_leave;
        return Presence{person.person, is_on_leave ? PresenceState::on_leave : PresenceState::do_not_disturb,
                        held->until};
    }
    if (online) return Presence{person.person, PresenceState::online, {}};
    if (away) return Presence{person.person, PresenceState::away, {}};
    return std::nullopt;
}

}  // namespace

asio::awaitable<std::vector<Presence>> PresenceBoard::beat(BoardBeat beat) const {
    if (beat.asked.empty()) co_return std::vector<Presence>{};
    std::vector<RedisCommand> commands;
    if (beat.person) {
        const auto key = key_of(beat.generation, *beat.person, beat.active ? "online" : "away");
        commands.push_back({"SET", key, "1", "PX", milliseconds_of(options_.kept)});
    }
    RedisCommand look{"MGET"};
    for (const auto& person : beat.asked) {
        for (const char* what : {"online", "away"})
            look.push_back(key_of(beat.generation, person.person, what));
        look.push_back(sign_key(beat.generation, person));
    }
    commands.push_back(std::move(look));
    const auto answer = co_await ask_(std::move(commands));
    std::vector<Presence> present;
    if (!answer || answer->size() != keys_of_a_person * beat.asked.size()) co_return present;
    for (std::size_t i = 0; i < beat.asked.size(); ++i) {
        if (const auto presence = read_presence(beat.asked[i], &(*answer)[i * keys_of_a_person]))
            present.push_back(*presence);
    }
    co_return present;
}

asio::awaitable<bool> PresenceBoard::hold(std::string generation, storage::ShownPerson person,
                                          HeldSign sign) const {
    const auto until = milliseconds_of(sign.until.time_since_epoch());
    std::vector<RedisCommand> commands{{"SET", sign_key(generation, person), to_json(sign), "PXAT", until}};
    const auto answer = co_await ask_(std::move(commands));
    co_return answer.has_value();
}

asio::awaitable<void> PresenceBoard::forget_sign(std::string generation, storage::ShownPerson person) const {
    std::vector<RedisCommand> commands{{"DEL", sign_key(generation, person)}};
    co_await ask_(std::move(commands));
}

asio::awaitable<void> PresenceBoard::forget(std::string generation, storage::ShownPerson person) const {
    std::vector<RedisCommand> commands{{"DEL", key_of(generation, person.person, "online"),
                                        key_of(generation, person.person, "away"),
                                        sign_key(generation, person)}};
    co_await ask_(std::move(commands));
}

}  // namespace plein::live
