/// A migrated database of a test's own, gone with it: a copy of a template that is migrated once a cluster.
#pragma once

#include "tests/support/private_servers.hpp"

#include <functional>
#include <string>

namespace plein::test {

class TestDatabase;

/// What is filled once a cluster and copied by every test that starts from it. `fill` leaves no connection open.
struct Filling {
    std::string name;
    std::function<void(const TestDatabase&)> fill;
};

class TestDatabase {
public:
    enum class Content { migrated, empty };

    /// In the cluster that all tests share.
    explicit TestDatabase(Content content = Content::migrated) : TestDatabase(shared_postgres(), content) {}
    explicit TestDatabase(const PrivateServers& servers)
        : TestDatabase(servers.folder(), Content::migrated) {}
    /// A copy of what `filling` has made.
    explicit TestDatabase(const Filling& filling);
    ~TestDatabase();
    TestDatabase(const TestDatabase&) = delete;
    TestDatabase& operator=(const TestDatabase&) = delete;

    /// The role that migrates, the role that serves, and PostgreSQL's superuser.
    [[nodiscard]] std::string owner_url() const { return url("plein_owner"); }
    [[nodiscard]] std::string server_url() const { return url("plein_server"); }
    [[nodiscard]] std::string superuser_url() const { return url("postgres"); }
    [[nodiscard]] const std::string& name() const { return name_; }

private:
    TestDatabase(std::string folder, Content content);
    TestDatabase(std::string folder, const std::string& source);
    [[nodiscard]] std::string url(const std::string& role) const;

    std::string folder_;
    std::string name_;
};

}  // namespace plein::test
