// Any bytes as plein.toml and as variables of the environment: read within the bounds, or refused with one line that says
// where. Behind the first NUL come the variables, NAME=VALUE, with a NUL between them.
#include "server/config/config.hpp"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

namespace {

using namespace plein::config;

void require(bool holds) {
    if (!holds) std::abort();
}

/// A file in memory, by a path of its own.
class File {
public:
    explicit File(std::string_view text) : descriptor_(::memfd_create("plein.toml", MFD_CLOEXEC)) {
        require(::write(descriptor_, text.data(), text.size()) == static_cast<ssize_t>(text.size()));
    }
    ~File() { ::close(descriptor_); }
    File(const File&) = delete;
    File& operator=(const File&) = delete;

    [[nodiscard]] std::string path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

private:
    int descriptor_;
};

std::string_view take_until_nul(std::string_view& bytes) {
    const auto part = bytes.substr(0, bytes.find('\0'));
    bytes.remove_prefix(std::min(part.size() + 1, bytes.size()));
    return part;
}

/// As in a process: what has no '=' or does not begin with PLEIN_ is not seen.
Environment variables_in(std::string_view bytes) {
    Environment found;
    while (!bytes.empty()) {
        const auto entry = take_until_nul(bytes);
        const auto equals = entry.find('=');
        if (entry.starts_with("PLEIN_") && equals != entry.npos)
            found.emplace(entry.substr(0, equals), entry.substr(equals + 1));
    }
    return found;
}

void check(const Config& config) {
    using namespace std::chrono_literals;
    require(config.threads <= 256 && config.database.connections >= 1 && config.database.connections <= 1000);
    require(config.net.timeouts.header >= 100ms && config.net.timeouts.header <= 1h);
    require(config.net.limits.header_bytes >= 1024 && config.net.limits.connections >= 1);
    require(config.jobs.interval >= 1s && !config.database.time_zone.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string_view input{reinterpret_cast<const char*>(data), size};
    const File file{take_until_nul(input)};
    try {
        check(load(file.path(), variables_in(input)));
    } catch (const ConfigError& error) {
        const std::string_view sentence = error.what();
        require(sentence.starts_with(file.path() + ":") || sentence.starts_with("PLEIN_"));
        require(std::ranges::none_of(sentence, [](unsigned char c) { return c < 0x20 || c == 0x7F; }));
    }
    return 0;
}
