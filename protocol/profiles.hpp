/// What a person tells about themselves, each field to whom that person chooses.
#pragma once

#include "protocol/people.hpp"

namespace plein {

/// Who sees a field: everyone who works here; who shares a group with the person; nobody else. Guests of the
/// organisation see none of them.
enum class ProfileAudience { everyone, groupmates, nobody };
PLEIN_DESCRIBE_ENUM(ProfileAudience, everyone, groupmates, nobody)

/// A group that both are in, and whose members the viewer may know.
struct SharedGroup {
    GroupId id;
    std::string name;
};
PLEIN_DESCRIBE(SharedGroup, id, name);

/// As this viewer sees it: what is empty and what is not for them are absent alike.
struct Profile {
    Person person;
    std::vector<SharedGroup> groups;
    std::optional<std::string> phone;
    std::optional<std::string> mobile;
    std::optional<std::string> workplace;
    std::optional<std::string> about;
    std::optional<std::string> ask_me;
};
PLEIN_DESCRIBE(Profile, person, groups, phone, mobile, workplace, about, ask_me);

struct GetProfile {
    PersonId person;

    using Response = Profile;
    static constexpr Endpoint endpoint{Method::get, "/api/people/{person}",
                                       "A person's profile, as far as the viewer may see it.",
                                       Audience::signed_in, ErrorCode::not_found};
};
PLEIN_DESCRIBE(GetProfile, person);

struct ProfileLine {
    Text<limits::profile_line> text;
    ProfileAudience audience = ProfileAudience::everyone;
};
PLEIN_DESCRIBE(ProfileLine, text, audience);

struct ProfileText {
    Text<limits::profile_text> text;
    ProfileAudience audience = ProfileAudience::everyone;
};
PLEIN_DESCRIBE(ProfileText, text, audience);

/// Everything, for its person. `version` is 0 as long as nothing was ever filled in.
struct OwnProfile {
    std::int32_t version = 0;
    std::optional<Colour> colour;
    ProfileLine phone;
    ProfileLine mobile;
    ProfileLine workplace;
    ProfileText about;
    ProfileText ask_me;
};
PLEIN_DESCRIBE(OwnProfile, version, colour, phone, mobile, workplace, about, ask_me);

struct GetOwnProfile {
    using Response = OwnProfile;
    static constexpr Endpoint endpoint{Method::get, "/api/me/profile", "One's own profile, to change it.",
                                       Audience::signed_in};
};
PLEIN_DESCRIBE_EMPTY(GetOwnProfile);

struct SetProfile {
    std::int32_t version = 0;
    std::optional<Colour> colour;
    ProfileLine phone;
    ProfileLine mobile;
    ProfileLine workplace;
    ProfileText about;
    ProfileText ask_me;

    using Response = OwnProfile;
    static constexpr Endpoint endpoint{Method::put, "/api/me/profile",
                                       "Sets one's own profile and who sees each field.", Audience::signed_in,
                                       ErrorCode::stale_version};
};
PLEIN_DESCRIBE(SetProfile, version, colour, phone, mobile, workplace, about, ask_me);

}  // namespace plein
