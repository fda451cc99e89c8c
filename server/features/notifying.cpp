#include "server/features/notifying.hpp"

#include "storage/departments.hpp"
#include "storage/services.hpp"

#include <algorithm>
#include <set>

namespace plein::features {

namespace {

void tell_changed(storage::Transaction& tx, const std::vector<PersonId>& people) {
    for (const PersonId person : std::set<PersonId>{people.begin(), people.end()})
        tx.tell(stream_of(person), NotificationsChanged{person});
}

/// Each person once, as what they come first for, without who does it.
std::vector<Notice> once_each(PersonId actor, const std::vector<Notice>& wanted) {
    std::vector<Notice> notices;
    std::set<PersonId> met{actor};
    for (const Notice& each : wanted) {
        if (met.insert(each.person).second) notices.push_back(each);
    }
    return notices;
}

void keep(std::vector<Notice>& notices, const std::vector<PersonId>& people) {
    std::erase_if(notices, [&](const Notice& each) { return std::ranges::count(people, each.person) == 0; });
}

}  // namespace

void concern(std::vector<Notice>& wanted, NotificationKind kind, const std::vector<PersonId>& people) {
    for (const PersonId person : people)
        wanted.push_back({kind, person});
}

NoticeSubject subject_of_notice(const Post& post) { return {post.group, post.id, std::nullopt, post.author}; }

std::vector<Notice> heard_by(storage::Transaction& tx, const storage::TabAccess& tab, PersonId actor,
                             const std::vector<Notice>& wanted) {
    auto notices = once_each(actor, wanted);
    keep(notices, access::readers_among(tx, tab, storage::column_of(notices, &Notice::person)));
    return notices;
}

std::vector<Notice> heard_by(storage::Transaction& tx, const storage::PostAccess& post, PersonId actor,
                             const std::vector<Notice>& wanted) {
    auto notices = once_each(actor, wanted);
    keep(notices, access::readers_among(tx, post, storage::column_of(notices, &Notice::person)));
    return notices;
}

std::vector<Notice> heard_by(storage::Transaction& tx, const storage::SystemAccess& system, TabId tab,
                             PersonId actor, const std::vector<Notice>& wanted) {
    auto notices = once_each(actor, wanted);
    keep(notices, access::readers_among(tx, system, tab, storage::column_of(notices, &Notice::person)));
    return notices;
}

std::vector<Notice> heard_by(storage::Transaction& tx, const storage::SystemAccess& system, TabId tab,
                             PostId post, PersonId actor, const std::vector<Notice>& wanted) {
    auto notices = once_each(actor, wanted);
    keep(notices, access::readers_among(tx, system, tab, post, storage::column_of(notices, &Notice::person)));
    return notices;
}

void notify(storage::Transaction& tx, const NoticeSubject& subject, const std::vector<Notice>& notices) {
    if (!notices.empty()) tell_changed(tx, storage::upsert_notifications(tx, subject, notices));
}

void notify_of_edit(storage::Transaction& tx, const storage::PostAccess& post, const NoticeSubject& subject,
                    const std::vector<PersonId>& named) {
    tell_changed(tx, storage::delete_mentions(tx, subject, named));
    const auto notified = storage::select_notified(tx, subject);
    std::vector<Notice> wanted;
    concern(wanted, NotificationKind::mention, named);
    std::erase_if(wanted, [&](const Notice& each) { return std::ranges::count(notified, each.person) > 0; });
    notify(tx, subject, heard_by(tx, post, subject.actor, wanted));
}

std::vector<PersonId> answerers_of(storage::Reader& reader, const Addressee& addressee) {
    if (addressee.service) {
        const auto service = storage::select_service(reader, *addressee.service);
        return service ? std::vector{service->owner} : std::vector<PersonId>{};
    }
    if (!addressee.department) return {};
    const auto department = storage::select_department(reader, *addressee.department);
    if (!department || department->archived) return {};
    std::vector<PersonId> people = department->heads;
    people.insert(people.end(), department->deputies.begin(), department->deputies.end());
    return people;
}

}  // namespace plein::features
