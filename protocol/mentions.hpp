/// Mentions: whom a text can name so that they hear of it. In its Markdown that is a link to `person:12` or `department:3`.
#pragma once

#include "protocol/departments.hpp"
#include "protocol/people.hpp"

namespace plein {

/// At most `limits::mention_choices` of each.
struct MentionChoices {
    std::vector<Person> people;
    std::vector<Department> departments;
};
PLEIN_DESCRIBE(MentionChoices, people, departments);

/// Others who read this tab, by what is typed: each word begins one of the name or title, with or without accents; of the first
/// two hundred of the group whom it fits. Without `search` those who posted there last. Departments for which somebody answers;
/// guests are offered none, and of the people those only who wrote something there.
struct ListMentionChoices {
    TabId tab;
    std::optional<Text<limits::search>> search;

    using Response = MentionChoices;
    static constexpr Endpoint endpoint{Method::get, "/api/tabs/{tab}/mention-choices",
                                       "Whom a text in a tab can name.", Audience::signed_in,
                                       ErrorCode::not_found};
};
PLEIN_DESCRIBE(ListMentionChoices, tab, search);

}  // namespace plein
