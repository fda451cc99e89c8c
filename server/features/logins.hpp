/// What people sign in with: an e-mail address, a personnel number, or both.
#pragma once

#include <string_view>

namespace plein::features {

[[nodiscard]] inline bool has_blank(std::string_view text) {
    return text.find_first_of(" \t\n") != std::string_view::npos;
}

/// Somebody before the only @, something after it, no blanks: whether the address exists, only a message tells.
[[nodiscard]] inline bool is_address(std::string_view email) {
    const auto at = email.find('@');
    return at != 0 && at != email.npos && at + 1 < email.size() && email.find('@', at + 1) == email.npos &&
           !has_blank(email);
}

/// Without @: nobody's number is somebody else's address.
[[nodiscard]] inline bool is_personnel_number(std::string_view number) {
    return !has_blank(number) && number.find('@') == number.npos;
}

}  // namespace plein::features
