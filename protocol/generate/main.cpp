/// plein-generate [--check] [ROOT]: writes the files that follow from protocol/ below ROOT (default: here).
/// With --check it writes nothing, names what is stale and exits with 1.
#include "protocol/generate/outputs.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string_view>

namespace {

using namespace plein::generate;
namespace fs = std::filesystem;

struct Output {
    fs::path path;
    std::string text;
};

std::string read(const fs::path& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

void write(const fs::path& path, const std::string& text) {
    fs::create_directories(path.parent_path());
    std::ofstream file{path, std::ios::binary};
    file << text;
    if (!file.flush()) throw std::runtime_error{"cannot write " + path.string()};
}

int run(const fs::path& root, bool check) {
    const Schema schema = describe_protocol();
    int stale = 0;
    for (const auto& [path, text] : {Output{"webclient/src/protocol/generated.ts", typescript(schema)},
                                     Output{"docs/api/openapi.json", openapi(schema)},
                                     Output{"docs/api/asyncapi.json", asyncapi(schema)}}) {
        if (read(root / path) == text) continue;
        if (check) {
            fmt::print(stderr, "{} is stale: run plein-generate\n", path.string());
            stale = 1;
        } else {
            write(root / path, text);
            fmt::print("{} written\n", path.string());
        }
    }
    return stale;
}

}  // namespace

int main(int argc, char** argv) {
    const std::vector<std::string_view> arguments(argv + 1, argv + argc);
    const bool check = !arguments.empty() && arguments.front() == "--check";
    const std::size_t rest = arguments.size() - (check ? 1 : 0);
    if (rest > 1 || (rest == 1 && arguments.back().starts_with('-'))) {
        fmt::print(stderr, "usage: plein-generate [--check] [ROOT]\n");
        return 2;
    }
    try {
        return run(rest == 1 ? fs::path{arguments.back()} : fs::path{"."}, check);
    } catch (const std::exception& error) {
        fmt::print(stderr, "plein-generate: {}\n", error.what());
        return 1;
    }
}
