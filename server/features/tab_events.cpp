#include "server/features/tab_events.hpp"

#include "storage/tabs.hpp"

namespace plein::features {

namespace {

using storage::GroupAccess;
using storage::Transaction;

std::string subject_of(TabId tab) { return "tab:" + std::to_string(tab.value); }

bool is_for_guests(const std::optional<Tab>& tab) { return tab && tab->audience == TabAudience::guests; }

}  // namespace

void tell_changed(Transaction& tx, const std::vector<Tab>& tabs) {
    for (const Tab& tab : tabs) {
        tx.redact(subject_of(tab.id));
        tx.tell(tab.stream, TabChanged{tab}, subject_of(tab.id));
    }
}

void tell_readers_changed(Transaction& tx, const GroupAccess& group, const std::optional<Tab>& before,
                          const std::optional<Tab>& after) {
    // The group's stream goes on for people who may not read the tab; one of its own ends for everyone.
    if (before && before->stream == group.stream()) tx.redact_tab(before->stream, before->id);

    if (before) tx.tell(before->stream, TabRemoved{group.group(), before->id});
    if (after) {
        // Behind the end of earlier readers: the cursors of the new ones begin here.
        if (after->stream != group.stream())
            tx.tell(after->stream, TabChanged{*after}, subject_of(after->id));
        tx.tell(group.stream(), TabsChanged{group.group()});
    }
    if (is_for_guests(before) == is_for_guests(after)) return;
    for (const PersonId guest : storage::select_guests(tx, group))
        tx.tell(stream_of(guest), AccessChanged{guest});
}

}  // namespace plein::features
