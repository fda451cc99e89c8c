/// Signing in as the server does: coroutines, cookies, and people with a password.
#pragma once

#include "server/features/accounts.hpp"
#include "tests/support/feature_fixture.hpp"

namespace plein::test {

inline constexpr const char* right_password = "correct horse battery";

class AccountTest : public FeatureTest {
protected:
    AccountTest() {
        run_sql(test_database,
                "UPDATE people SET password_hash = '" + passwords.hash_now(right_password) + "'");
    }

    /// A browser: what it sends along, and the cookies that it was given.
    struct Device {
        net::Call call;
        void keep_cookies() {
            for (const auto& cookie : std::exchange(call.set_cookies, {})) {
                const auto equals = cookie.find('=');
                const auto value = cookie.substr(equals + 1, cookie.find(';') - equals - 1);
                (cookie.substr(0, equals) == net::device_cookie ? call.device_token : call.session_token) =
                    value;
            }
        }
    };

    static Device device_at(const std::string& address) {
        Device device;
        device.call.remote_address = address;
        return device;
    }

    Me sign_in(Device& device, const std::string& login, const std::string& password = right_password) {
        const Me me =
            io.start(features::sign_in(edge, passwords, device.call, SignIn{{login}, {password}})).get();
        device.keep_cookies();
        return me;
    }
    std::optional<ErrorCode> sign_in_refused(Device& device, const std::string& login,
                                             const std::string& password) {
        return refusal_of([&] { sign_in(device, login, password); });
    }

    void change_password(Device& device, const std::string& current, const std::string& replacement) {
        io.start(features::change_password(edge, passwords, device.call,
                                           ChangePassword{{current}, {replacement}}))
            .get();
    }

    /// Whether the device's session still opens something.
    bool is_signed_in(const Device& device) {
        const std::string token = access::hash_token(*device.call.session_token);
        return !refusal_of([&] {
            database->read_now([&](Snapshot& snapshot) { return access::identify(snapshot, token).person; });
        });
    }

    features::Passwords passwords{{.memory_mib = 8, .passes = 1}};
    features::Edge edge{*database, {"Test"}};
};

}  // namespace plein::test
