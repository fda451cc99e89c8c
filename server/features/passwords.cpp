#include "server/features/passwords.hpp"

#include "protocol/errors.hpp"

#include <sodium.h>
#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <array>
#include <atomic>
#include <new>
#include <stdexcept>

namespace plein::features {

namespace asio = boost::asio;

class Passwords::Workers {
public:
    explicit Workers(PasswordOptions options) : options_(options), pool_(options.threads) {
        if (sodium_init() < 0) throw std::runtime_error{"libsodium could not be initialised"};
        stand_in_ = hash("no account has this password");
    }
    ~Workers() { pool_.join(); }

    /// Runs `work` on a worker and resumes the caller on its own executor. Errors: overloaded.
    template <class Result, class Work>
    asio::awaitable<Result> run(Work work) {
        if (waiting_.fetch_add(1) >= options_.queue) {
            waiting_.fetch_sub(1);
            throw Refusal{ErrorCode::overloaded, "password"};
        }
        auto start = [this, work = std::move(work)](auto handler) mutable {
            auto guard = asio::make_work_guard(asio::get_associated_executor(handler));
            auto job = [this, guard, work = std::move(work), handler = std::move(handler)]() mutable {
                Result result = work();
                waiting_.fetch_sub(1);
                auto resume = [handler = std::move(handler), result = std::move(result)]() mutable {
                    std::move(handler)(std::move(result));
                };
                asio::post(guard.get_executor(), std::move(resume));
            };
            asio::post(pool_, std::move(job));
        };
        co_return co_await asio::async_initiate<const asio::use_awaitable_t<>&, void(Result)>(
            std::move(start), asio::use_awaitable);
    }

    [[nodiscard]] bool verify(const std::optional<std::string>& hash, const std::string& password) const {
        const std::string& against = hash ? *hash : stand_in_;
        const bool matches = crypto_pwhash_str_verify(against.c_str(), password.data(), password.size()) == 0;
        return matches && hash.has_value();
    }

    [[nodiscard]] std::string hash(const std::string& password) const {
        std::array<char, crypto_pwhash_STRBYTES> text{};
        if (crypto_pwhash_str_alg(text.data(), password.data(), password.size(), options_.passes,
                                  options_.memory_mib * 1024 * 1024, crypto_pwhash_ALG_ARGON2ID13) != 0) {
            throw std::bad_alloc{};
        }
        return text.data();
    }

private:
    PasswordOptions options_;
    std::string stand_in_;
    std::atomic<std::size_t> waiting_{0};
    asio::thread_pool pool_;
};

Passwords::Passwords(PasswordOptions options) : workers_(std::make_unique<Workers>(options)) {}
Passwords::~Passwords() = default;

asio::awaitable<bool> Passwords::verify(std::optional<std::string> hash, std::string password) {
    auto work = [this, hash = std::move(hash), password = std::move(password)] {
        return workers_->verify(hash, password);
    };
    co_return co_await workers_->run<bool>(std::move(work));
}

asio::awaitable<std::string> Passwords::hash(std::string password) {
    // An allocation that fails must not end a worker thread: the empty hash stands for it.
    auto work = [this, password = std::move(password)]() -> std::string {
        try {
            return workers_->hash(password);
        } catch (const std::bad_alloc&) {
            return {};
        }
    };
    std::string hash = co_await workers_->run<std::string>(std::move(work));
    if (hash.empty()) throw Refusal{ErrorCode::overloaded, "password"};
    co_return hash;
}

std::string Passwords::hash_now(const std::string& password) const { return workers_->hash(password); }

}  // namespace plein::features
