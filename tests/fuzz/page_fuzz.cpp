// Any bytes as a page from outside, and as a picture: what is taken of it are short lines of valid text, and a known type.
#include "protocol/text.hpp"
#include "server/features/page_reader.hpp"
#include "server/features/shown_text.hpp"
#include "server/previews/pictures.hpp"
#include "server/previews/urls.hpp"

#include <array>
#include <cstdlib>

namespace {

using namespace plein;
using namespace plein::features;

void require(bool holds) {
    if (!holds) std::abort();
}

void require_line(const std::optional<std::string>& line, std::size_t letters) {
    if (!line) return;
    require(is_plain_text(*line) && !line->empty() && letters_of(*line) <= letters + 1);
    require(line->find_first_of("\n\t") == line->npos);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    constexpr std::array types{"text/html", "text/html; charset=utf-8", "text/html; charset=latin1"};
    const std::string_view input{reinterpret_cast<const char*>(data), size};
    const auto page = previews::Url::read("https://page.example/a/b");
    for (const char* type : types) {
        const PageWords words = read_page(input, type);
        require_line(words.title, preview_title);
        require_line(words.description, preview_description);
        if (!words.image) continue;
        const auto image = page->follow(*words.image);
        if (image) require(!image->host().empty() && image->text().starts_with("http"));
    }
    const auto type = previews::picture_type(input);
    require(type.empty() || type.starts_with("image/"));
    return 0;
}
