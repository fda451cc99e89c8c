/// Tabs as their owners shape them, and how each of the others sees them.
#pragma once

#include "tests/support/feature_fixture.hpp"

#include <algorithm>

namespace plein::test {

/// Who reads a tab, in the words of the table of transitions.
enum class Readers { members, transport, warehouse, guests };

class TabChanges : public FeatureTest {
protected:
    Tab tab_of(PersonId viewer, TabId id) {
        for (const TabView& view : look(viewer, features::get_group, GetGroup{town.group}).view.tabs) {
            if (view.tab.id == id) return view.tab;
        }
        throw std::logic_error{"out of sight"};
    }
    bool sees(PersonId viewer, TabId id) {
        return !refused(viewer, features::list_posts, ListPosts{id}).has_value();
    }

    static EditTab editing(const Tab& tab) {
        return {.tab = tab.id,
                .version = tab.version,
                .name = {tab.name},
                .department = tab.department,
                .audience = tab.audience,
                .posting = tab.posting,
                .default_mark = tab.default_mark};
    }
    EditTab for_readers(const Tab& tab, Readers readers) {
        EditTab request = editing(tab);
        request.audience = TabAudience::members;
        if (readers == Readers::guests) request.audience = TabAudience::guests;
        if (readers == Readers::transport || readers == Readers::warehouse) {
            request.audience = TabAudience::department;
            request.department = readers == Readers::transport ? town.transport : town.warehouse;
        }
        return request;
    }

    CreateTab creating(const std::string& name, TabAudience audience = TabAudience::members) {
        CreateTab request{.group = town.group, .client_id = {}, .name = {name}, .audience = audience};
        request.client_id.bytes[0] = ++made_;
        if (audience == TabAudience::department) request.department = town.warehouse;
        return request;
    }
    TabId create(const std::string& name, TabAudience audience = TabAudience::members) {
        return act(town.owner, features::create_tab, creating(name, audience)).id;
    }

    void archive(PersonId who, TabId tab) { act(who, features::archive_tab, ArchiveTab{tab}); }
    void restore(PersonId who, TabId tab) { act(who, features::restore_tab, RestoreTab{tab}); }

    OrderTabs ordering(PersonId viewer, std::vector<std::string> names) {
        OrderTabs request{.group = town.group, .tabs = {}};
        const auto view = look(viewer, features::get_group, GetGroup{town.group}).view;
        for (const std::string& name : names) {
            const auto found =
                std::ranges::find(view.tabs, name, [](const TabView& tab) { return tab.tab.name; });
            request.tabs.items.push_back({found->tab.id, found->tab.version});
        }
        return request;
    }
    std::vector<std::string> order_for(PersonId viewer) {
        return tab_names(look(viewer, features::get_group, GetGroup{town.group}).view);
    }

    const std::string group = group_stream(town.group);
    const std::string general = tab_stream(town.general);
    const std::string guest = user_stream(town.guest);

private:
    std::uint8_t made_ = 0;
};

}  // namespace plein::test
