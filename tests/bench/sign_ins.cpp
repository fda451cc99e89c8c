#include "protocol/accounts.hpp"
#include "tests/bench/loop.hpp"
#include "tests/bench/machine.hpp"
#include "tests/bench/other_pages.hpp"
#include "tests/bench/pace.hpp"
#include "tests/bench/stage.hpp"

#include <sodium.h>
#include <boost/asio/co_spawn.hpp>

#include <stdexcept>

namespace plein::bench {

namespace asio = boost::asio;

namespace {

constexpr double pages_per_second = 100;

struct Storm {
    std::size_t waiting = 0;
    Timings sign_ins;
    Clock::time_point ended;
};

asio::awaitable<void> sign_in(std::shared_ptr<HttpLink> link, std::string login, std::string password,
                              Storm& storm) {
    const auto began = Clock::now();
    const Answer answer = co_await link->send({}, test::wire_of(SignIn{{login}, {password}}));
    if (answer.status != 200) throw std::runtime_error{"a sign-in was refused: " + answer.body};
    storm.sign_ins.add(Clock::now() - began);
    --storm.waiting;
    storm.ended = Clock::now();
}

/// How long pages of others take meanwhile.
Timings read_pages(asio::io_context& context, const Target& target, OtherPages& others,
                   std::chrono::seconds length) {
    run_at_pace(context, target.port, {pages_per_second, length},
                [&](HttpLink& http, Clock::time_point due) { return others.read_next(http, due); });
    return others.take();
}

}  // namespace

void measure_sign_ins(const Target& target, const SignInsOptions& options) {
    asio::io_context context{1};
    OtherPages others{target};
    Timings before = read_pages(context, target, others, std::chrono::seconds{options.seconds});

    const auto logins = select_logins(target.owner_url, options.people);
    const HttpLinks links = connect_all(context, target.port, logins.size());
    Storm storm{.waiting = logins.size()};
    const MachineUse use{target};
    const auto began = Clock::now();
    for (std::size_t i = 0; i < links.size(); ++i) {
        links[i]->come_from(fmt::format("10.1.{}.{}", i / 250, i % 250 + 1));
        asio::co_spawn(context, sign_in(links[i], logins[i], options.password, storm), rethrow);
    }
    Timings meanwhile;
    while (storm.waiting > 0) {
        const Timings more = read_pages(context, target, others, std::chrono::seconds{1});
        meanwhile.add(more);
    }
    const std::chrono::duration<double> took = storm.ended - began;

    Report report{"sign-ins"};
    report.add("people", options.people)
        .add("per_second", static_cast<double>(options.people) / took.count())
        .add("pages_before_p99_ms", before.within(0.99))
        .add("pages_meanwhile_p99_ms", meanwhile.within(0.99))
        .add_percentiles(storm.sign_ins);
    use.add_to(report, took.count(), "cpu");
}

void measure_argon2(const SignInsOptions& options) {
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    const std::string& password = options.password;
    if (sodium_init() < 0 ||
        crypto_pwhash_str_alg(hash.data(), password.data(), password.size(), options.passes,
                              options.memory_mib * 1024 * 1024, crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw std::runtime_error{"there is no memory for a hash"};
    std::size_t checked = 0;
    const auto began = Clock::now();
    while (Clock::now() < began + std::chrono::seconds{options.seconds}) {
        if (crypto_pwhash_str_verify(hash.data(), password.data(), password.size()) != 0)
            throw std::runtime_error{"a password is not itself"};
        ++checked;
    }
    const std::chrono::duration<double> took = Clock::now() - began;
    Report{"argon2"}.add("per_second", static_cast<double>(checked) / took.count());
}

}  // namespace plein::bench
