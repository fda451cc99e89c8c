#include "server/features/tab_events.hpp"

#include "storage/tabs.hpp"

namespace plein::features {

namespace {

using storage::GroupAccess;
using storage::Transaction;

std::string subject_of(TabId tab) { return "tab:" + std::to_string(tab.value); }

bool is_for_guests(const std::optional<Tab>& tab) { return tab && tab->audience == TabAudience::guests; }

}  // namespace

void emit_changed(Transaction& tx, const std::vector<Tab>& tabs) {
    std::vector<std::string> streams;
    for (const Tab& tab : tabs) {
        tx.redact(subject_of(tab.id));
        streams.push_back(tab.stream);
    }
    const auto positions = tx.publish_on(std::move(streams));
    for (std::size_t i = 0; i < tabs.size(); ++i)
        tx.emit(positions[i], TabChanged{tabs[i]}, subject_of(tabs[i].id));
}

void emit_readers_changed(Transaction& tx, const GroupAccess& group, const std::optional<Tab>& before,
                          const std::optional<Tab>& after) {
    // The group's stream goes on for people who may not read the tab; one of its own ends for everyone.
    if (before && before->stream == group.stream()) tx.redact_tab(before->stream, before->id);

    const bool has_own_stream = after && after->stream != group.stream();
    std::vector<PersonId> guests;
    if (is_for_guests(before) != is_for_guests(after)) guests = storage::select_guests(tx, group);
    std::vector<std::string> streams;
    if (before) streams.push_back(before->stream);
    if (has_own_stream) streams.push_back(after->stream);
    if (after) streams.push_back(group.stream());
    for (const PersonId guest : guests)
        streams.push_back(stream_of(guest));

    const auto positions = tx.publish_on(std::move(streams));
    auto at = positions.begin();
    if (before) tx.emit(*at++, TabRemoved{group.group(), before->id});
    // Behind the end of earlier readers: the cursors of the new ones begin here.
    if (has_own_stream) tx.emit(*at++, TabChanged{*after}, subject_of(after->id));
    if (after) tx.emit(*at++, TabsChanged{group.group()});
    for (const PersonId guest : guests)
        tx.emit(*at++, AccessChanged{guest});
}

}  // namespace plein::features
