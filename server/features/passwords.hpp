/// Password hashing (argon2id, libsodium) on threads of its own behind a small queue: a storm of sign-ins
/// costs time, never memory, and never a thread that serves others.
///
/// Thread: any.   Bound: `queue` waiting, then Refusal{overloaded}.   Memory: `threads` × `memory_mib`.
#pragma once

#include <boost/asio/awaitable.hpp>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace plein::features {

struct PasswordOptions {
    std::size_t memory_mib = 64;  // 64 MiB and 3 passes: about 100 ms (OWASP, RFC 9106 second choice)
    unsigned passes = 3;
    std::size_t threads = 1;
    std::size_t queue = 200;
};

class Passwords {
public:
    explicit Passwords(PasswordOptions options);
    ~Passwords();

    /// Without a hash it does the same work and answers false, so that unknown and known logins take equally
    /// long.
    boost::asio::awaitable<bool> verify(std::optional<std::string> hash, std::string password);
    boost::asio::awaitable<std::string> hash(std::string password);

    /// For the command line and the demo, on the calling thread.
    [[nodiscard]] std::string hash_now(const std::string& password) const;

private:
    class Workers;
    std::unique_ptr<Workers> workers_;
};

/// Errors: weak_password (among the common ones, or one of `known`: the person's logins, the password that it
/// replaces). Length is checked by the request's type; no composition rules (NIST 800-63B §5.1.1.2).
void check_password_strength(const std::string& password, const std::vector<std::string>& known);

}  // namespace plein::features
