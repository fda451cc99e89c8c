#include "server/cli/commands.hpp"
#include "server/demo/conversations.hpp"
#include "server/demo/fill.hpp"
#include "server/demo/load.hpp"
#include "storage/database.hpp"
#include "storage/health.hpp"

#include <fmt/format.h>

#include <cstdio>

namespace plein::cli {

namespace {

constexpr const char* password = "fiets-naar-tiel-2026";

/// Whom to sign in as to see most: both sides, a guest, an owner and the administrator.
constexpr const char* sign_ins = R"(Demo sign-ins
  fatma.yildiz@vaartland.example     Fatma, salarisadministratie (SSC)
  10482                              Marek, magazijn; personeelsnummer (business)
  chidi.okafor@vaartland.example     Chidi, Assemblage; English (business)
  anouk.peeters@kettingwerk.example  Anouk, klant buiten Vaartland; gast
  gerrit.postma@vaartland.example    Gerrit, hoofd HR; groepseigenaar, Stuurgroep
  jeroen.maas@vaartland.example      Jeroen, ICT; beheerder
  10734                              Emine, voorraadbeheer; nieuw, ziet de eerste minuten (business)
  oleh.kovalenko@vaartland.example   Oleh, Finance; English; also new (SSC)
Password for each: )";

/// One connection and time enough. What it emits is found by the sweep of the running nodes within a second.
storage::DatabaseOptions one_connection(const config::Config& config) {
    storage::DatabaseOptions options = config.database;
    options.connections = 1;
    options.deadline = std::chrono::seconds{30};
    return options;
}

demo::FillOptions fill_options(const config::Config& config, const DemoOptions& options,
                               const std::string& hash, Timestamp now) {
    return {.owner_url = config.owner_url,
            .password_hash = hash,
            .people = static_cast<std::int64_t>(options.people),
            .groups = static_cast<std::int64_t>(options.groups),
            .posts = static_cast<std::int64_t>(options.posts),
            .now = now};
}

void load_story(storage::Database& database, const config::Config& config, const DemoOptions& options,
                const std::string& hash) {
    const demo::LoadOptions load{config.database.time_zone, hash};
    const Timestamp now = database.commit_now([story = demo::read_story(), load](storage::Transaction& tx) {
        demo::load(tx, story, load);
        return tx.now();
    });
    if (options.people + options.groups + options.posts > 0) {
        demo::fill(fill_options(config, options, hash, now),
                   [](const std::string& line) { fmt::print(stderr, "{}\n", line); });
    }
    fmt::print("{}{}\n", sign_ins, password);
}

void load_stage(storage::Database& database, const std::string& file, const std::string& hash) {
    database.commit_now([stage = demo::stage_of_conversations(file), hash](storage::Transaction& tx) {
        demo::load_people_and_groups(tx, stage, hash);
    });
    fmt::print(
        "Everyone signs in with the author's name in the file, or as lezer-1 or lezer-2.\nPassword: {}\n",
        password);
}

}  // namespace

int demo(const config::Config& config, const DemoOptions& options) {
    storage::check_schema(config.database.url);
    const std::string hash = features::Passwords{config.passwords}.hash_now(password);
    storage::Database database{one_connection(config), [](auto) {}};
    if (options.conversations.empty())
        load_story(database, config, options, hash);
    else
        load_stage(database, options.conversations, hash);
    return 0;
}

}  // namespace plein::cli
