#include "tests/bench/numbered_post.hpp"

#include "protocol/posts.hpp"
#include "tests/bench/json_text.hpp"
#include "tests/bench/sample_post.hpp"

#include <fmt/format.h>
#include <sodium.h>

namespace plein::bench {

namespace {

constexpr std::string_view before_number = "Bericht nr. ";

}  // namespace

boost::asio::awaitable<void> create_numbered(HttpLink& http, Writer writer, std::size_t number) {
    CreatePost request{.tab = writer.tab,
                       .body = {fmt::format("{}{}: {}", before_number, number, sample_body)}};
    randombytes_buf(request.client_id.bytes.data(), request.client_id.bytes.size());
    const Answer answer = co_await http.send(writer.person, test::wire_of(request));
    if (answer.status != 200) throw std::runtime_error{"a post was refused: " + answer.body};
}

std::optional<std::size_t> number_of_post(std::string_view line) {
    const auto at = line.find(before_number);
    if (at == std::string_view::npos) return std::nullopt;
    return static_cast<std::size_t>(number_of(line.substr(at + before_number.size())));
}

}  // namespace plein::bench
