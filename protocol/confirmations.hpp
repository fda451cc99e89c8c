/// What people do with news: confirm that they read it, see who has, remind the others, take it up for a department.
#pragma once

#include "protocol/posts.hpp"

namespace plein {

/// "I have read this". Twice is no error. Errors: conflict about `news` (nobody is asked to confirm it).
struct ConfirmNews {
    PostId post;

    using Response = News;
    static constexpr Endpoint endpoint{Method::put,
                                       "/api/posts/{post}/news/confirmation",
                                       "Confirms that one has read news.",
                                       Audience::signed_in,
                                       ErrorCode::not_found,
                                       ErrorCode::conflict};
};
PLEIN_DESCRIBE(ConfirmNews, post);

struct Confirmation {
    PersonId person;
    Timestamp at;
};
PLEIN_DESCRIBE(Confirmation, person, at);

/// Who confirmed, the last one first, and which readers of the tab have not, in no order that matters: at most 500 of each.
/// `total` and `awaited` are how many there are. Whoever has left the tab since is among neither.
struct ConfirmationList {
    std::vector<Confirmation> items;
    std::int32_t total = 0;
    std::vector<PersonId> missing;
    std::int32_t awaited = 0;
    std::vector<Person> people;
};
PLEIN_DESCRIBE(ConfirmationList, items, total, missing, awaited, people);

/// By its author and by those who look after the tab. Errors: conflict, as above.
struct ListConfirmations {
    PostId post;

    using Response = ConfirmationList;
    static constexpr Endpoint endpoint{Method::get,
                                       "/api/posts/{post}/news/confirmations",
                                       "Who confirmed news, and who did not yet.",
                                       Audience::signed_in,
                                       ErrorCode::not_found,
                                       ErrorCode::forbidden,
                                       ErrorCode::conflict};
};
PLEIN_DESCRIBE(ListConfirmations, post);

/// Asks those who have not confirmed once more, and no second time. By its author and by those who look after the tab.
/// Errors: conflict about `news` (as above) and about `reminder` (it was done before).
struct RemindReaders {
    PostId post;

    using Response = News;
    static constexpr Endpoint endpoint{Method::put,
                                       "/api/posts/{post}/news/reminder",
                                       "Reminds those who did not confirm news, once.",
                                       Audience::signed_in,
                                       ErrorCode::not_found,
                                       ErrorCode::forbidden,
                                       ErrorCode::conflict};
};
PLEIN_DESCRIBE(RemindReaders, post);

/// "Finance takes this up, done by 14 November": by a head or deputy of a department that it affects, in the place of what
/// was said before. Errors: not_found about `department` (it does not affect it, or it is archived), invalid_request about `$.done_by` (a day
/// that has passed).
struct AcknowledgeNews {
    PostId post;
    DepartmentId department;
    Text<limits::acknowledgement, 1> note;
    std::optional<Date> done_by;

    using Response = News;
    static constexpr Endpoint endpoint{Method::put,
                                       "/api/posts/{post}/news/acknowledgements/{department}",
                                       "Takes up what news means for a department.",
                                       Audience::signed_in,
                                       ErrorCode::not_found,
                                       ErrorCode::forbidden};
};
PLEIN_DESCRIBE(AcknowledgeNews, post, department, note, done_by);

/// News of the last month that waits for this person, the newest first, at most 20: which they are asked to confirm, or
/// which affects a department for which they answer and that did not take it up. Of every tab that they may read, muted
/// ones excepted; none of their own.
struct ListWaitingNews {
    using Response = PostPage;
    static constexpr Endpoint endpoint{Method::get, "/api/home/waiting-news",
                                       "News that waits for the person.", Audience::signed_in};
};
PLEIN_DESCRIBE_EMPTY(ListWaitingNews);

}  // namespace plein
