// Any bytes as a request: read, or refused with a typed error. What is read and written again reads as the same.
#include "protocol/json_reader.hpp"
#include "protocol/live.hpp"
#include "protocol/request_reader.hpp"
#include "protocol/routes.hpp"

#include <cstdlib>

namespace {

using namespace plein;

void read_and_write(std::string_view input) {
    LiveRequest request;
    try {
        request = from_json<LiveRequest>(input);
    } catch (const Refusal&) {
        return;
    }
    const std::string written = to_json(request);
    if (to_json(from_json<LiveRequest>(written)) != written || written.find('\n') != written.npos)
        std::abort();
}

/// As a body, and as each kind of parameter.
template <Request R>
void read_as(std::string_view input) {
    using Pairs = std::vector<std::pair<std::string, std::string>>;
    Pairs path;
    Pairs query;
    for_each_field(R{}, [&](std::string_view name, const auto&) {
        if (R::endpoint.path_has(name)) {
            path.emplace_back(name, "1");
        } else if (R::endpoint.method == Method::get) {
            query.emplace_back(name, input);
        }
    });
    try {
        (void)read_request<R>(path, query, R::endpoint.method == Method::get ? std::string_view{} : input);
    } catch (const Refusal&) {
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view input{reinterpret_cast<const char*>(data), size};
    read_and_write(input);
    boost::mp11::mp_for_each<boost::mp11::mp_transform<std::type_identity, Requests>>(
        [&]<class R>(std::type_identity<R>) { read_as<R>(input); });
    return 0;
}
