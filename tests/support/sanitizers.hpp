/// What this build's sanitizer makes impossible.
#pragma once

namespace plein::test {

/// Freed memory stays for a while, so a node's size says nothing; libfaketime cannot be loaded; and a program without a
/// free descriptor is ended, since the sanitizer looks at objects through a pipe.
#if __has_feature(address_sanitizer)
inline constexpr bool with_address_sanitizer = true;
#else
inline constexpr bool with_address_sanitizer = false;
#endif

}  // namespace plein::test
