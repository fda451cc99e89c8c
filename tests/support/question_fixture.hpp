/// Questions to the departments of the small organisation, and what is said below them.
#pragma once

#include "server/features/questions.hpp"
#include "server/features/services.hpp"
#include "tests/support/notification_fixture.hpp"

namespace plein::test {

class QuestionTest : public NotificationTest {
protected:
    /// Somebody is there all week.
    void promise(DepartmentId department, std::optional<std::int32_t> hours) {
        const Department now = *of(department);
        EditDepartment request{.department = department,
                               .version = now.version,
                               .name = {now.name},
                               .side = now.side,
                               .heads = {now.heads},
                               .answer_hours = hours};
        for (int day = 0; day < 7; ++day)
            request.hours.items.push_back({static_cast<Weekday>(day), {"00:00"}, {"24:00"}});
        act(town.administrator, features::edit_department, request);
    }
    Service service(const std::string& name, DepartmentId department) {
        CreateService request{
            .client_id = {}, .name = {name}, .department = department, .owner = town.member};
        request.client_id.bytes = {9, ++made_};
        return act(town.administrator, features::create_service, request);
    }

    static CreatePost asking(TabId tab, const Addressee& target, std::uint8_t client_id = 0) {
        CreatePost request = posting(tab, "Where is it?", client_id);
        request.question = target;
        return request;
    }
    Post ask(PersonId who, const Addressee& target) {
        return act(who, features::create_post, asking(town.general, target));
    }
    PostView view_of(PersonId who, const Post& post) {
        return look(who, features::get_post, GetPost{post.id}).view;
    }
    Question now(const Post& post) { return view_of(town.owner, post).question.value(); }
    Comment answer(PersonId author, const Post& post, const std::string& body = "There.") {
        return act(author, features::create_comment, commenting(post.id, body));
    }
    Question mark(PersonId who, const Post& post, const Comment& comment) {
        return act(who, features::mark_answer, MarkAnswer{post.id, comment.id});
    }
    std::vector<std::string> open_questions(PersonId who) {
        return FeatureTest::bodies(
            look(who, features::list_open_questions, ListOpenQuestions{town.warehouse}));
    }

    const Addressee to_warehouse{.department = town.warehouse};

private:
    std::optional<Department> of(DepartmentId id) {
        for (const Department& each :
             look(town.administrator, features::list_departments, ListDepartments{}).items) {
            if (each.id == id) return each;
        }
        return std::nullopt;
    }
    std::uint8_t made_ = 0;
};

}  // namespace plein::test
