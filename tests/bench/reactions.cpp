#include "protocol/reactions.hpp"

#include "tests/bench/machine.hpp"
#include "tests/bench/other_pages.hpp"
#include "tests/bench/pace.hpp"
#include "tests/bench/stage.hpp"

#include <stdexcept>

namespace plein::bench {

namespace asio = boost::asio;

namespace {

constexpr double pages_per_second = 100;
constexpr std::array kinds{ReactionKind::like, ReactionKind::thanks,  ReactionKind::applause,
                           ReactionKind::care, ReactionKind::insight, ReactionKind::laugh};

struct Run {
    PostWithReaders where;
    OtherPages others;
    double share = 0;  // of what is done, that pages of others are
    std::size_t done = 0;
    std::size_t reacted = 0;
    Timings timings;
};

/// Spread evenly.
bool is_page(Run& run) {
    const auto pages = [&run](std::size_t done) {
        return static_cast<std::size_t>(run.share * static_cast<double>(done));
    };
    ++run.done;
    return pages(run.done) > pages(run.done - 1);
}

/// The next person presses the next of the six: each press changes something.
asio::awaitable<void> react(Run& run, HttpLink& http, Clock::time_point due) {
    const std::size_t turn = run.reacted++;
    const std::size_t person = turn % run.where.readers.size();
    const std::size_t kind = (person + turn / run.where.readers.size()) % kinds.size();
    const Answer answer = co_await http.send(
        run.where.readers[person], test::wire_of(SetReaction{.post = run.where.post, .kind = kinds[kind]}));
    if (answer.status != 204) throw std::runtime_error{"a reaction was refused: " + answer.body};
    run.timings.add(Clock::now() - due);
}

}  // namespace

void measure_reactions(const Target& target, const ReactionsOptions& options) {
    Run run{.where = select_most_read_post(target.owner_url, options.people), .others = OtherPages{target}};
    asio::io_context context{1};
    const std::chrono::seconds length{options.seconds};
    const auto read = [&run](HttpLink& http, Clock::time_point due) {
        return run.others.read_next(http, due);
    };
    run_at_pace(context, target.port, {pages_per_second, length}, read);
    Timings before = run.others.take();

    run.share = pages_per_second / (options.per_second + pages_per_second);
    const MachineUse use{target};
    const auto took =
        run_at_pace(context, target.port, {options.per_second + pages_per_second, length},
                    [&run](HttpLink& http, Clock::time_point due) {
                        return is_page(run) ? run.others.read_next(http, due) : react(run, http, due);
                    });
    Timings meanwhile = run.others.take();

    Report report{"reactions"};
    report.add("people", run.where.readers.size())
        .add("per_second", static_cast<double>(run.reacted) / took.count())
        .add("pages_before_p99_ms", before.within(0.99))
        .add("pages_meanwhile_p99_ms", meanwhile.within(0.99))
        .add_percentiles(run.timings);
    use.add_to(report, took.count(), "cpu");
}

}  // namespace plein::bench
