/// What people write in one line for others to tell things apart by.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace plein::features {

/// Without space around it, and with one space where there were several: two that look alike are alike. Errors:
/// invalid_request with `field`, when nothing is left or when it holds characters that nobody sees (which could make a
/// name look like another, or turn the direction of the line).
std::string one_line(std::string_view text, const char* field);

/// The request with its name in one line. Errors: invalid_request.
template <class R>
R with_shown_name(R request) {
    request.name.value = one_line(request.name.value, "$.name");
    return request;
}

/// Without space around it; lines stay.
std::string trimmed(std::string_view text);

/// How many there are; a sign that is made of several counts as several.
std::size_t letters_of(std::string_view text);

/// In one line, at most so many letters of it; what is left out shows as an ellipsis behind them.
std::string excerpt(std::string_view text, std::size_t letters);

/// Of text from elsewhere what one sees: controls become spaces, what leaves no mark goes. `text`: valid UTF-8.
std::string what_is_seen(std::string_view text);

}  // namespace plein::features
