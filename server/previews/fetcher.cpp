#include "server/previews/fetcher.hpp"

#include "server/previews/addresses.hpp"
#include "server/previews/urls.hpp"

#include <curl/curl.h>
#include <sys/socket.h>

#include <algorithm>
#include <cctype>
#include <memory>
#include <new>
#include <optional>
#include <stdexcept>
#include <vector>

namespace plein::previews {

namespace {

namespace ip = boost::asio::ip;

constexpr std::size_t most_header_bytes = 64 * 1024;
/// Of one host: each of them may be tried.
constexpr std::size_t most_addresses = 4;

/// "text/html; charset=utf-8" → "text/html".
std::string media_of(std::string_view content_type) {
    std::string media{content_type.substr(0, content_type.find(';'))};
    std::erase_if(media, [](unsigned char c) { return std::isspace(c) != 0; });
    std::ranges::transform(media, media.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return media;
}

bool is_wanted(std::string_view content_type, std::string_view wanted) {
    const std::string media = media_of(content_type);
    return wanted.ends_with('/') ? media.starts_with(wanted) : media == wanted;
}

/// "[::1]", as libcurl takes addresses in lists.
std::string in_list(const ip::address& address) {
    return address.is_v6() ? "[" + address.to_string() + "]" : address.to_string();
}

struct FreeList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using List = std::unique_ptr<curl_slist, FreeList>;

List list_of(const std::string& only) {
    List list{curl_slist_append(nullptr, only.c_str())};
    if (!list) throw std::bad_alloc{};
    return list;
}

}  // namespace

/// One request: to the addresses that were checked, or to nowhere.
class Fetcher::Request {
public:
    Request(const Url& url, std::vector<ip::address> addresses, const Wanted& wanted,
            const std::atomic<bool>& stopping, Turns& turns)
        : url_(url), addresses_(std::move(addresses)), wanted_(wanted), stopping_(stopping), turns_(turns) {
        if (!handle_) throw std::bad_alloc{};
    }

    void perform(std::chrono::milliseconds timeout) {
        set_where();
        set_what(timeout);
        result_ = curl_easy_perform(handle_.get());
    }

    /// Where the answer sends us instead; empty for none.
    [[nodiscard]] std::string location() const {
        const long status = this->status();
        return status >= 300 && status < 400 ? field("Location") : std::string{};
    }
    [[nodiscard]] bool has_answer() const {
        const bool whole = result_ == CURLE_OK;
        return status() == 200 && is_what_was_wanted() && (whole || (cut_ && wanted_.beginning_is_enough));
    }
    [[nodiscard]] bool has_connected() const { return has_connected_; }
    /// An address had had all its requests for now.
    [[nodiscard]] bool was_asked_enough() const { return was_asked_enough_; }
    [[nodiscard]] std::string content_type() const { return field("Content-Type"); }
    std::string take_body() { return std::move(body_); }

private:
    struct Free {
        void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
    };

    template <class Value>
    void set(CURLoption option, Value value) {
        if (curl_easy_setopt(handle_.get(), option, value) != CURLE_OK)
            throw std::logic_error{"libcurl does not know an option: " + std::to_string(option)};
    }

    void set_where() {
        std::string known = url_.host() + ":" + std::to_string(url_.port()) + ":";
        for (const ip::address& address : addresses_)
            known += (known.ends_with(':') ? "" : ",") + in_list(address);
        // An address in the url needs no name, and one of IPv6 has none that could stand here.
        if (url_.host().find(':') == std::string::npos) {
            hosts_ = list_of(known);
            set(CURLOPT_RESOLVE, hosts_.get());
        }
        set(CURLOPT_CURLU, url_.handle());
        set(CURLOPT_OPENSOCKETFUNCTION, &Request::open_socket);
        set(CURLOPT_OPENSOCKETDATA, this);
        set(CURLOPT_PROXY, "");  // none, whatever the environment says
        set(CURLOPT_PROTOCOLS_STR, "http,https");
        set(CURLOPT_FOLLOWLOCATION, 0L);
        set(CURLOPT_FORBID_REUSE, 1L);
        set(CURLOPT_DNS_CACHE_TIMEOUT, 0L);
    }

    void set_what(std::chrono::milliseconds timeout) {
        accept_ = list_of(wanted_.type.ends_with('/') ? "Accept: image/png, image/jpeg, image/gif, image/webp"
                                                      : "Accept: text/html");
        set(CURLOPT_HTTPHEADER, accept_.get());
        set(CURLOPT_HTTPGET, 1L);
        set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
        set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
        set(CURLOPT_USERAGENT, user_agent);
        set(CURLOPT_TIMEOUT_MS, static_cast<long>(timeout.count()));
        set(CURLOPT_NOSIGNAL, 1L);  // other threads have no use for one
        set(CURLOPT_WRITEFUNCTION, &Request::take_bytes);
        set(CURLOPT_WRITEDATA, this);
        set(CURLOPT_HEADERFUNCTION, &Request::take_field);
        set(CURLOPT_HEADERDATA, this);
        set(CURLOPT_NOPROGRESS, 0L);
        set(CURLOPT_XFERINFOFUNCTION, &Request::look_around);
        set(CURLOPT_XFERINFODATA, this);
    }

    /// The last gate: whatever libcurl made of the url, this is the address that it is about to connect to, and that counts.
    static curl_socket_t open_socket(void* self, curlsocktype, curl_sockaddr* to) {
        auto& request = *static_cast<Request*>(self);
        if (to->family != AF_INET && to->family != AF_INET6) return CURL_SOCKET_BAD;
        const ip::address address = address_of(to->addr);
        if (std::ranges::find(request.addresses_, address) == request.addresses_.end())
            return CURL_SOCKET_BAD;
        if (!request.turns_.take(address.to_string())) {
            request.was_asked_enough_ = true;
            return CURL_SOCKET_BAD;
        }
        request.has_connected_ = true;
        return ::socket(to->family, to->socktype | SOCK_CLOEXEC, to->protocol);
    }

    static std::size_t take_field(char*, std::size_t, std::size_t size, void* self) {
        auto& request = *static_cast<Request*>(self);
        request.header_bytes_ += size;
        return request.header_bytes_ <= most_header_bytes ? size : 0;
    }

    /// Ends the transfer where nothing more is wanted of it.
    static std::size_t take_bytes(char* bytes, std::size_t, std::size_t size, void* self) {
        auto& request = *static_cast<Request*>(self);
        if (request.status() != 200 || !request.is_what_was_wanted()) return 0;
        const std::size_t room = request.wanted_.max_bytes - request.body_.size();
        request.body_.append(bytes, std::min(size, room));
        request.cut_ = size > room;
        return request.cut_ ? 0 : size;
    }

    static int look_around(void* self, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
        return static_cast<const Request*>(self)->stopping_ ? 1 : 0;
    }

    [[nodiscard]] long status() const {
        long status = 0;
        curl_easy_getinfo(handle_.get(), CURLINFO_RESPONSE_CODE, &status);
        return status;
    }
    [[nodiscard]] bool is_what_was_wanted() const {
        const std::string coding = field("Content-Encoding");
        return is_wanted(content_type(), wanted_.type) && (coding.empty() || coding == "identity");
    }
    [[nodiscard]] std::string field(const char* name) const {
        curl_header* found = nullptr;
        const bool is_there = curl_easy_header(handle_.get(), name, 0, CURLH_HEADER, -1, &found) == CURLHE_OK;
        return is_there ? found->value : "";
    }

    const Url& url_;
    std::vector<ip::address> addresses_;
    Wanted wanted_;
    const std::atomic<bool>& stopping_;
    Turns& turns_;
    bool has_connected_ = false;
    bool was_asked_enough_ = false;
    List hosts_;
    List accept_;
    std::unique_ptr<CURL, Free> handle_{curl_easy_init()};
    CURLcode result_ = CURLE_OK;
    std::size_t header_bytes_ = 0;
    std::string body_;
    bool cut_ = false;
};

bool may_connect_outside(const ip::address& address, std::uint16_t port) {
    return (port == 80 || port == 443) && is_outside(address) && !is_own(address);
}

Fetcher::Fetcher(MayConnect may_connect, Resolve resolve)
    : may_connect_(std::move(may_connect)), resolve_(std::move(resolve)) {
    static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
    if (ready != CURLE_OK) throw std::runtime_error{"libcurl could not be initialised"};
}

Fetched Fetcher::fetch(const std::string& from, const Wanted& wanted, Clock::time_point until) {
    std::optional<Url> url = Url::read(from);
    Outcome outcome = Outcome::later;
    for (int redirects = 0; url && redirects <= most_redirects; ++redirects) {
        if (until <= Clock::now() || stopping_) return {outcome};
        std::vector<ip::address> addresses = resolve_(url->host());
        const auto may_go = [&](const ip::address& address) { return may_connect_(address, url->port()); };
        if (addresses.empty() || !std::ranges::all_of(addresses, may_go)) return {};
        if (addresses.size() > most_addresses) addresses.resize(most_addresses);
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now());
        if (left.count() <= 0) return {outcome};
        Request request{*url, std::move(addresses), wanted, stopping_, turns_};
        request.perform(left);
        if (request.has_answer())
            return {Outcome::fetched, url->text(), request.content_type(), request.take_body()};
        // Who was asked once is not asked again soon, whatever became of it.
        if (request.has_connected()) outcome = Outcome::failed;
        const std::string location = request.location();
        if (location.empty()) return {request.was_asked_enough() ? outcome : Outcome::failed};
        url = url->follow(location);
    }
    return {};
}

}  // namespace plein::previews
