/// A struct's own name, `CreatePost`, from the compiler: nobody writes it a second time.
#pragma once

#include <string_view>

namespace plein {

/// Without namespace. Clang writes `… [T = plein::CreatePost]`, GCC `… [with T = plein::CreatePost; …]`.
template <class T>
[[nodiscard]] constexpr std::string_view type_name() {
    constexpr std::string_view signature = __PRETTY_FUNCTION__;
    constexpr std::string_view mark = "T = ";
    constexpr auto start = signature.find(mark) + mark.size();
    constexpr auto name = signature.substr(start, signature.find_first_of(";]", start) - start);
    return name.substr(name.rfind(':') + 1);
}

}  // namespace plein
