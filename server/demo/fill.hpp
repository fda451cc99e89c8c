/// Fills a database up for measurements: people, groups and up to millions of posts with
/// comments and reactions beside the story, with COPY.
#pragma once

#include "protocol/time.hpp"

#include <cstdint>
#include <functional>
#include <string>

namespace plein::demo {

struct FillOptions {
    std::string owner_url;      // the role that migrates
    std::string password_hash;  // of every account
    std::int64_t people =
        0;  // how many there are in the end, the story's included; fewer than there are: none added
    std::int64_t groups = 0;
    std::int64_t posts = 0;
    Timestamp now;
};

/// Few groups are busy and most are quiet (Zipf), everyone is in about ten, posts spread over thirteen weeks up to
/// `now`. Most posts have no comment or reaction and few have fifty (Pareto): in the mean there are 1.5 comments and 2
/// reactions a post, by members of its group. `say` gets a line of progress now and then. The same options fill an equal database equally. Errors:
/// std::runtime_error (posts without a group to put them in), pqxx::failure.
void fill(const FillOptions& options, const std::function<void(const std::string&)>& say);

}  // namespace plein::demo
