/// What the floors below the network count, as lines of `/metrics`.
#pragma once

#include "server/jobs/jobs.hpp"
#include "server/live/live.hpp"
#include "server/net/health.hpp"
#include "storage/database.hpp"

#include <vector>

namespace plein::cli {

/// The arguments must outlive the result. No figure carries content or a name of a group.
std::vector<net::FiguresProvider> figures_of(const storage::Database& database, const live::Live& live,
                                             const jobs::Jobs& jobs);

}  // namespace plein::cli
