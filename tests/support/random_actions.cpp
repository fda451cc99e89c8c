#include "tests/support/random_actions.hpp"

#include "tests/support/another_try.hpp"
#include "tests/support/model.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <thread>

namespace plein::test {
namespace {

constexpr auto pause_between_tries = std::chrono::milliseconds{20};

}  // namespace

std::uint64_t seed_of_run(std::uint64_t otherwise) {
    const char* given = std::getenv("PLEIN_TEST_SEED");
    return given ? std::strtoull(given, nullptr, 10) : otherwise;
}

RandomActions::RandomActions(Deployment& plein, std::uint64_t seed, Doings doings)
    : plein_(plein), random_(seed), doings_(doings) {
    const Organisation& town = plein.town;
    people_ = {town.owner, town.other_owner, town.moderator, town.member,       town.colleague,
               town.guest, town.stranger,    town.newcomer,  town.administrator};
    tabs_ = {town.general, town.transport_tab, town.opened, town.announcements, town.elsewhere_general};
    groups_ = {town.group, town.elsewhere};
}

std::vector<PersonId> RandomActions::active() const {
    std::vector<PersonId> all;
    std::ranges::copy_if(people_, std::back_inserter(all),
                         [&](PersonId person) { return !suspended_.contains(person); });
    return all;
}

std::optional<HttpAnswer> RandomActions::send(PersonId who, const Wire& wire) {
    const std::size_t node = any(plein_.size());
    HttpAnswer answer = answer_to(who, node, wire);
    done_.push_back(fmt::format("person {} on node {}: {} {} {} → {}", who.value, node, wire.method,
                                wire.target, wire.body, answer.status));
    if (answer.status == 403 || answer.status == 404 || answer.status == 409) return std::nullopt;
    if (answer.status / 100 != 2) throw Unexpected{wire, answer};
    return answer;
}

HttpAnswer RandomActions::answer_to(PersonId who, std::size_t node, const Wire& wire) {
    const auto deadline = std::chrono::steady_clock::now() + patience_;
    for (;; ++node) {
        const bool is_last = std::chrono::steady_clock::now() >= deadline;
        try {
            HttpAnswer answer = plein_.device(who, node % plein_.size()).send(wire);
            if (is_last || !asks_for_another_try(answer.status)) return answer;
        } catch (const NoAnswer&) {
            if (is_last) throw;
        }
        std::this_thread::sleep_for(pause_between_tries);
    }
}

void RandomActions::step() {
    struct Weighted {
        std::size_t weight;
        Action action;
        bool of_accounts = false;
    };
    static constexpr Weighted actions[] = {
        {12, &RandomActions::create_post},
        {2, &RandomActions::repeat_create},
        {5, &RandomActions::edit_post},
        {6, &RandomActions::translate_post},
        {4, &RandomActions::delete_post},
        {6, &RandomActions::restore_post},
        {6, &RandomActions::move_post},
        {3, &RandomActions::edit_held},
        {1, &RandomActions::withdraw_held},
        {6, &RandomActions::decide_on_held},
        {5, &RandomActions::save_draft},
        {2, &RandomActions::drop_draft},
        {6, &RandomActions::schedule_post},
        {2, &RandomActions::edit_scheduled},
        {3, &RandomActions::publish_scheduled},
        {1, &RandomActions::cancel_scheduled},
        {12, &RandomActions::create_comment},
        {1, &RandomActions::repeat_comment},
        {4, &RandomActions::edit_comment},
        {4, &RandomActions::delete_comment},
        {3, &RandomActions::restore_comment},
        {12, &RandomActions::set_reaction},
        {8, &RandomActions::ask},
        {4, &RandomActions::route_question},
        {4, &RandomActions::pick_up_or_put_down},
        {10, &RandomActions::mark_or_unmark},
        {3, &RandomActions::reopen_question},
        {8, &RandomActions::merge_or_unmerge},
        {5, &RandomActions::ask_to_choose},
        {14, &RandomActions::vote},
        {3, &RandomActions::withdraw_vote},
        {1, &RandomActions::close_poll},
        {5, &RandomActions::announce},
        {10, &RandomActions::confirm},
        {1, &RandomActions::remind},
        {5, &RandomActions::take_up},
        {5, &RandomActions::propose},
        {10, &RandomActions::want_or_not},
        {2, &RandomActions::route_idea},
        {6, &RandomActions::decide},
        {5, &RandomActions::invite},
        {12, &RandomActions::attend_or_not},
        {3, &RandomActions::reschedule_or_cancel},
        {4, &RandomActions::pin_or_lock},
        {3, &RandomActions::keep_or_drop},
        {5, &RandomActions::mark_read},
        {6, &RandomActions::set_member},
        {4, &RandomActions::remove_member},
        {1, &RandomActions::create_tab},
        {6, &RandomActions::edit_tab},
        {1, &RandomActions::order_tabs},
        {2, &RandomActions::archive_tab},
        {3, &RandomActions::restore_tab},
        {2, &RandomActions::set_preferences},
        {2, &RandomActions::begin_session, true},
        {2, &RandomActions::end_session, true},
        {1, &RandomActions::suspend_or_reinstate, true},
        {1, &RandomActions::create_account, true},
        {4, &RandomActions::move_or_promote, true},
        {2, &RandomActions::import_people, true},
        {3, &RandomActions::edit_department},
        {2, &RandomActions::move_service},
        {1, &RandomActions::set_holidays},
        {2, &RandomActions::set_profile},
        {2, &RandomActions::set_presence},
        {1, &RandomActions::create_group},
        {3, &RandomActions::edit_group},
        {2, &RandomActions::archive_or_restore},
        {1, &RandomActions::break_glass},
        {5, &RandomActions::ask_to_join},
        {2, &RandomActions::withdraw_request},
        {4, &RandomActions::decide_on_request},
        {4, &RandomActions::set_invitation},
        {1, &RandomActions::withdraw_invitation},
        {4, &RandomActions::answer_invitation},
        {1, &RandomActions::create_link},
        {3, &RandomActions::follow_link},
        {1, &RandomActions::add_members},
        {2, &RandomActions::mark_all_read},
        {2, &RandomActions::restore_readings},
        {5, &RandomActions::set_following},
        {1, &RandomActions::set_group_following},
        {1, &RandomActions::finish_welcome},
    };
    const auto weight = [this](const Weighted& each) {
        return each.of_accounts && doings_ == Doings::in_groups ? 0 : each.weight;
    };
    std::size_t total = 0;
    for (const Weighted& each : actions)
        total += weight(each);
    std::size_t lot = any(total);
    const auto* drawn = std::ranges::find_if(actions, [&](const Weighted& each) {
        if (lot < weight(each)) return true;
        lot -= weight(each);
        return false;
    });
    (this->*drawn->action)();
}

std::string RandomActions::words() {
    const auto number = random_() % 10'000;
    const std::string topic{Model::topics[number % Model::topics.size()]};
    return "words " + std::to_string(number) + (number % 3 == 0 ? " #" + topic : "");
}

PersonId RandomActions::owner_of(GroupId group) {
    const PersonId first = group == plein_.town.group ? plein_.town.owner : plein_.town.stranger;
    return any(4) && !suspended_.contains(first) ? first : anyone();
}

Uuid RandomActions::next_id() {
    Uuid id;
    ++creates_;
    std::memcpy(id.bytes.data(), &creates_, sizeof creates_);
    return id;
}

PersonId RandomActions::mostly(PersonId owner) {
    return any(4) && !suspended_.contains(owner) ? owner : anyone();
}

}  // namespace plein::test
