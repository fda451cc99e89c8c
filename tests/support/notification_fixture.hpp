/// What people are told of each other's acts below a post of the small organisation.
#pragma once

#include "server/features/notifications.hpp"
#include "tests/support/thread_fixture.hpp"

namespace plein::test {

class NotificationTest : public ThreadTest {
protected:
    /// As the client writes it.
    static std::string at(PersonId person) {
        return "[@somebody](person:" + std::to_string(person.value) + ")";
    }
    static std::string at(DepartmentId department) {
        return "[@some department](department:" + std::to_string(department.value) + ")";
    }

    NotificationList list(PersonId who) {
        return look(who, features::list_notifications, ListNotifications{});
    }
    std::vector<Notification> lines(PersonId who) { return list(who).items; }
    /// "kind: excerpt" of each line that is unread, with a star behind those that are read.
    std::vector<std::string> told(PersonId who) {
        std::vector<std::string> texts;
        for (const Notification& line : lines(who))
            texts.push_back(std::string{name_of(line.kind)} + ": " + line.excerpt + (line.read ? " *" : ""));
        return texts;
    }
    void read(PersonId who, const ReadNotifications& request) {
        act(who, features::read_notifications, request);
    }

    static std::string changed(PersonId who) { return user_stream(who) + " notifications.changed"; }
};

}  // namespace plein::test
