/// Which answers a client takes as "say it again".
#pragma once

namespace plein::test {

/// The server, or a proxy before it, cannot take the request now, or did not get all of it.
[[nodiscard]] constexpr bool asks_for_another_try(unsigned status) { return status >= 502 || status == 408; }

}  // namespace plein::test
