#include "server/access/rules.hpp"

namespace plein::access {

bool may_read(const Tab& tab, const Standing& who) {
    const bool full_member = who.role != GroupRole::guest;
    switch (tab.audience) {
        case TabAudience::members:
            return full_member;
        case TabAudience::department:
            return full_member && tab.department && tab.department == who.department;
        case TabAudience::guests:
            return true;
    }
    return false;
}

bool may_post(const Tab& tab, const Standing& who) {
    switch (tab.posting) {
        case PostingRule::everyone:
            return true;
        case PostingRule::owners:
            return who.role == GroupRole::owner || who.heads_tab_department;
    }
    return false;
}

Following default_following(const Tab& tab, GroupKind kind, const Standing& who) {
    const bool concerns = !tab.department || tab.department == who.department;
    const bool is_followed = concerns || kind == GroupKind::interest || who.role == GroupRole::guest;
    return is_followed ? Following::followed : Following::unfollowed;
}

std::string stream_of(const Tab& tab) {
    if (tab.audience == TabAudience::members) return plein::stream_of(tab.group);
    return plein::stream_of(tab.id);
}

}  // namespace plein::access
