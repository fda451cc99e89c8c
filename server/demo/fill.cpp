#include "server/demo/fill.hpp"

#include "server/access/access.hpp"
#include "server/demo/answers.hpp"
#include "server/demo/bodies.hpp"
#include "server/demo/names.hpp"
#include "storage/bulk.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <stdexcept>

namespace plein::demo {

namespace {

using storage::Bulk;

constexpr std::uint64_t seed = 13;
constexpr std::size_t different_bodies = 4096;
constexpr std::int64_t rows_per_commit = 50'000;
constexpr int groups_per_person = 10;
constexpr std::chrono::weeks span{13};

/// Weight of the n-th busiest of many: Zipf, with a flat head so that one group does not take everything.
double weight(std::size_t rank) { return 1.0 / std::pow(static_cast<double>(rank) + 5.0, 0.9); }

class Filler {
public:
    Filler(const FillOptions& options, const std::function<void(const std::string&)>& say)
        : options_(options), say_(say), bulk_(options.owner_url, access::as_system("plein demo")) {}

    void run() {
        add_people();
        add_groups();
        add_memberships();
        add_posts();
        if (!groups_.empty()) bulk_.start_streams(groups_.front().id);
        say_("reading statistics");
        bulk_.analyze();
    }

private:
    /// The first member owns the group.
    struct Group {
        GroupId id;
        std::vector<PersonId> members;
    };

    std::int64_t missing(Bulk::Table table, std::int64_t wanted) {
        return std::max<std::int64_t>(0, wanted - bulk_.count(table));
    }

    void add_people() {
        const std::int64_t count = missing(Bulk::Table::people, options_.people);
        if (count == 0) return;
        const auto departments = bulk_.departments();
        const std::int64_t first = bulk_.reserve(Bulk::Table::people, count);
        std::vector<storage::BulkPerson> people;
        for (std::int64_t id = first; id < first + count; ++id) {
            const auto department = departments[random_() % departments.size()];
            people.push_back({{id},
                              full_name(random_),
                              job_title(random_),
                              fmt::format("collega.{}@vaartland.example", id),
                              department});
        }
        bulk_.write(people, options_.password_hash);
        say_(fmt::format("{} people added", count));
    }

    void add_groups() {
        const std::int64_t count = missing(Bulk::Table::groups, options_.groups);
        if (count == 0) return;
        const std::int64_t first = bulk_.reserve(Bulk::Table::groups, count);
        std::vector<storage::BulkGroup> rows;
        for (std::int64_t id = first; id < first + count; ++id) {
            rows.push_back({{id}, group_name(id - first)});
            groups_.push_back({.id = {id}});
        }
        bulk_.write(rows);
        add_tabs();
        say_(fmt::format("{} groups added, with {} tabs", count, tabs_.size()));
    }

    /// General, and one for each of up to six departments.
    void add_tabs() {
        const auto departments = bulk_.departments();
        for (Group& group : groups_) {
            const auto more = static_cast<std::int32_t>(random_() % 7);
            tabs_.push_back({.group = group.id, .name = "Algemeen"});
            for (std::int32_t i = 1; i <= more; ++i) {
                tabs_.push_back({.group = group.id,
                                 .name = fmt::format("Team {}", i),
                                 .department = departments[random_() % departments.size()],
                                 .position = i});
            }
        }
        std::int64_t id = bulk_.reserve(Bulk::Table::tabs, std::ssize(tabs_));
        for (auto& tab : tabs_)
            tab.id = {id++};
        bulk_.write(tabs_);
    }

    void add_memberships() {
        if (groups_.empty()) return;
        const auto people = bulk_.employees();
        std::vector<double> weights;
        for (std::size_t rank = 0; rank < groups_.size(); ++rank)
            weights.push_back(weight(rank));
        std::discrete_distribution<std::size_t> busy{weights.begin(), weights.end()};
        for (std::size_t i = 0; i < groups_.size(); ++i)
            groups_[i].members.push_back(people[i % people.size()]);
        for (const PersonId person : people) {
            std::set<std::size_t> chosen;
            for (int i = 0; i < groups_per_person; ++i)
                chosen.insert(busy(random_));
            for (const std::size_t group : chosen) {
                if (groups_[group].members.front() != person) groups_[group].members.push_back(person);
            }
        }
        std::vector<storage::BulkMembership> rows;
        for (const Group& group : groups_) {
            for (const PersonId person : group.members) {
                const bool owner = person == group.members.front();
                rows.push_back({group.id, person, owner ? GroupRole::owner : GroupRole::member});
            }
        }
        bulk_.write(rows, options_.now - span);
        say_(fmt::format("{} memberships added", rows.size()));
    }

    void add_posts() {
        const std::int64_t count = missing(Bulk::Table::posts, options_.posts);
        if (count == 0) return;
        if (groups_.empty()) throw std::runtime_error{"--posts needs --groups: new posts go into new groups"};
        sides_ = bulk_.sides();
        const auto bodies = make_bodies(different_bodies, random_);
        auto tab = tab_distribution();
        const std::int64_t first = bulk_.reserve(Bulk::Table::posts, count);
        Answers answers{bodies, options_.now, random_};
        for (std::int64_t done = 0; done < count;) {
            std::vector<storage::BulkPost> rows;
            for (; std::ssize(rows) < rows_per_commit && done < count; ++done) {
                rows.push_back(post(tab(random_), bodies[random_() % bodies.size()]));
                rows.back().id = {first + done};
                rows.back().published_at = moment(done, count);
                answers.add(rows.back(), members_of(rows.back().group));
            }
            bulk_.write(rows);
            answers.write(bulk_);
            bulk_.count_below(rows.front().id, rows.back().id);
            say_(fmt::format("{} of {} posts, with comments and reactions", done, count));
        }
    }

    /// Busy groups have busy tabs; within a group General is the busiest.
    std::discrete_distribution<std::size_t> tab_distribution() const {
        std::vector<double> weights;
        for (std::size_t rank = 0, i = 0; rank < groups_.size(); ++rank) {
            for (std::size_t place = 0; i < tabs_.size() && tabs_[i].group == groups_[rank].id;
                 ++i, ++place) {
                weights.push_back(weight(rank) / static_cast<double>(place + 1));
            }
        }
        return {weights.begin(), weights.end()};
    }

    storage::BulkPost post(std::size_t tab, const Body& body) {
        const auto& members = members_of(tabs_[tab].group);
        const PersonId author = members[random_() % members.size()];
        return {.group = tabs_[tab].group,
                .tab = tabs_[tab].id,
                .author = author,
                .side = side_of(author),
                .body = &body.markdown,
                .blocks = &body.blocks};
    }

    const std::vector<PersonId>& members_of(GroupId group) const {
        return groups_[static_cast<std::size_t>(group.value - groups_.front().id.value)].members;
    }

    std::optional<Side> side_of(PersonId author) const {
        const auto found = sides_.find(author);
        return found == sides_.end() ? std::nullopt : std::optional{found->second};
    }

    /// In the order of ids, so that feeds and streams have one order.
    Timestamp moment(std::int64_t index, std::int64_t count) const {
        const std::chrono::milliseconds whole = span;
        return options_.now - whole + whole * index / count;
    }

    const FillOptions& options_;
    const std::function<void(const std::string&)>& say_;
    Bulk bulk_;
    std::mt19937_64 random_{seed};
    std::vector<Group> groups_;
    std::map<PersonId, Side> sides_;
    std::vector<storage::BulkTab> tabs_;  // of the first group, the second, …
};

}  // namespace

void fill(const FillOptions& options, const std::function<void(const std::string&)>& say) {
    Filler{options, say}.run();
}

}  // namespace plein::demo
