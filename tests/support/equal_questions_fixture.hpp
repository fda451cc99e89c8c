/// Questions to the warehouse that ask the same.
#pragma once

#include "server/features/equal_questions.hpp"
#include "tests/support/question_fixture.hpp"

namespace plein::test {

class EqualQuestionsTest : public QuestionTest {
protected:
    Post ask_in(TabId tab, PersonId who, const std::string& body) {
        CreatePost request = asking(tab, to_warehouse);
        request.body = {body};
        return act(who, features::create_post, request);
    }
    Question merge(PersonId who, const Post& post, const Post& into) {
        return act(who, features::merge_question, MergeQuestion{post.id, into.id});
    }
    Question unmerge(PersonId who, const Post& post) {
        return act(who, features::unmerge_question, UnmergeQuestion{post.id});
    }
    std::optional<ErrorCode> refused_merge(PersonId who, const Post& post, const Post& into) {
        return refused(who, features::merge_question, MergeQuestion{post.id, into.id});
    }
    /// What the refusal is about.
    template <class Act>
    static std::string about(const Act& act) {
        try {
            act();
        } catch (const Refusal& refusal) {
            return std::string{name_of(refusal.code)} + " " + refusal.field;
        }
        return "nothing";
    }
    std::string about_merge(PersonId who, const Post& post, const Post& into) {
        return about([&] { merge(who, post, into); });
    }
    /// What is the same of the one that answers and of those that it answers as well.
    static void expect_follows(const Question& merged, const Question& other) {
        EXPECT_EQ(merged.state, other.state);
        EXPECT_EQ(merged.department, other.department);
        EXPECT_EQ(merged.service, other.service);
        EXPECT_EQ(merged.picked_up_by, other.picked_up_by);
        EXPECT_EQ(merged.answer_before, other.answer_before);
        EXPECT_EQ(merged.answer, other.answer);
    }
    std::vector<std::string> equals(PersonId who, const Post& post,
                                    const std::optional<std::string>& search = {}) {
        ListEqualQuestions request{.post = post.id, .search = {}};
        if (search) request.search = Text<limits::search>{*search};
        return FeatureTest::bodies(look(who, features::list_equal_questions, request));
    }

    const std::string group = group_stream(town.group);
};

}  // namespace plein::test
