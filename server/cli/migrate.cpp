#include "storage/migrate.hpp"

#include "server/cli/commands.hpp"

#include <cstdio>

namespace plein::cli {

int migrate(const config::Config& config) {
    const auto applied = storage::migrate(config.owner_url);
    for (const auto& name : applied)
        std::printf("applied %s\n", name.c_str());
    if (applied.empty()) std::puts("the database is up to date");
    return 0;
}

}  // namespace plein::cli
