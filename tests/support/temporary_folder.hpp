/// A folder of a test's own.
#pragma once

#include <filesystem>
#include <string_view>

namespace plein::test {

/// A folder that is gone with it.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    /// Writes a file, making the folders above it.
    std::filesystem::path write(const std::filesystem::path& name, std::string_view bytes) const;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

}  // namespace plein::test
