/// The way in for whoever has no password yet, or forgot it: a link that an administrator makes and that works once.
#pragma once

#include "protocol/accounts.hpp"

namespace plein {

/// Said once: the server keeps only a hash of the token. Clients make `/welcome#TOKEN` of it; what stands behind the #
/// reaches no server and no log.
struct ActivationLink {
    std::string token;
    Timestamp expires_at;
};
PLEIN_DESCRIBE(ActivationLink, token, expires_at);

/// Safe to repeat: each new link ends the one before it.
struct MakeActivation {
    PersonId person;

    static constexpr Right needs = Right::manage_people;
    using Response = ActivationLink;
    static constexpr Endpoint endpoint{Method::put,
                                       "/api/accounts/{person}/activation",
                                       "Makes a link with which the person chooses a password.",
                                       Audience::signed_in,
                                       ErrorCode::forbidden,
                                       ErrorCode::not_found,
                                       ErrorCode::conflict};
};
PLEIN_DESCRIBE(MakeActivation, person);

struct PersonalLink {
    PersonId person;
    ActivationLink link;
};
PLEIN_DESCRIBE(PersonalLink, person, link);

struct PersonalLinks {
    std::vector<PersonalLink> items;
};
PLEIN_DESCRIBE(PersonalLinks, items);

/// One for each of them, in their order, for cards to print: all of them or none. Like MakeActivation otherwise.
struct MakeActivations {
    List<PersonId, limits::links_at_once> people;

    static constexpr Right needs = Right::manage_people;
    using Response = PersonalLinks;
    static constexpr Endpoint endpoint{
        Method::put,         "/api/accounts/activations", "Makes such a link for each of several people.",
        Audience::signed_in, ErrorCode::forbidden,        ErrorCode::not_found,
        ErrorCode::conflict};
};
PLEIN_DESCRIBE(MakeActivations, people);

struct WithdrawActivation {
    PersonId person;

    static constexpr Right needs = Right::manage_people;
    using Response = NoContent;
    static constexpr Endpoint endpoint{Method::delete_,
                                       "/api/accounts/{person}/activation",
                                       "Ends the link, if there is one.",
                                       Audience::signed_in,
                                       ErrorCode::forbidden,
                                       ErrorCode::not_found};
};
PLEIN_DESCRIBE(WithdrawActivation, person);

/// Whom a link is for.
struct Activation {
    std::string name;
    std::string organisation;
    Language language = Language::nl;
    std::vector<std::string> logins;  // what the person signs in with later
};
PLEIN_DESCRIBE(Activation, name, organisation, language, logins);

/// The token travels in a body, so that no log and no history of addresses has it. One answer, not_found, for a link
/// that never was, was used, has expired, or belongs to a suspended account.
struct OpenActivation {
    Secret<limits::token, 1> token;

    using Response = Activation;
    static constexpr Endpoint endpoint{Method::post, "/api/activation",
                                       "Whom a link is for; opens nothing yet.", Audience::anyone,
                                       ErrorCode::not_found};
};
PLEIN_DESCRIBE(OpenActivation, token);

/// Uses the link up, ends all sessions of the person, and signs in.
struct Activate {
    Secret<limits::token, 1> token;
    Secret<limits::password_max, limits::password_min> replacement;

    using Response = Me;
    static constexpr Endpoint endpoint{
        Method::put,      "/api/activation",    "Chooses a password by a link, and signs in.",
        Audience::anyone, ErrorCode::not_found, ErrorCode::weak_password};
};
PLEIN_DESCRIBE(Activate, token, replacement);

}  // namespace plein
