#include "server/features/link_previews.hpp"

#include "protocol/json_reader.hpp"
#include "server/features/link_pages.hpp"
#include "server/features/written_text.hpp"
#include "server/previews/pictures.hpp"
#include "server/previews/urls.hpp"
#include "storage/posts.hpp"

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace plein::features {

namespace {

namespace asio = boost::asio;

constexpr std::size_t most_url_bytes = 2048;
constexpr int kept_days = 30;
/// With a picture of 512 KiB each, 1 GiB.
constexpr std::int64_t most_kept = 2'000;
/// Whoever finds somebody else looking waits as long as that takes, and looks five times meanwhile.
constexpr int most_waits = 5;
constexpr std::chrono::seconds wait_for_others{1};

storage::SystemAccess as_fetcher() { return access::as_system("previews of links"); }

std::string site_of(const std::string& url) {
    std::string host = previews::Url::read(url)->host();
    return host.starts_with("www.") ? host.substr(4) : host;
}

LinkPreviewAnswer answer_of(const AskedPreview& asked) {
    if (!asked.kept || !asked.kept->title) return {};
    return {LinkPreview{asked.url, site_of(asked.url), *asked.kept->title, asked.kept->description,
                        asked.kept->has_image}};
}

bool is_settled(const AskedPreview& asked) { return asked.url.empty() || asked.kept; }

asio::awaitable<AskedPreview> ask(Edge& edge, std::string token, PostId post) {
    auto work = [&edge, token = std::move(token), post](Snapshot& snapshot) {
        return ask_link_preview(snapshot, access::identify(snapshot, token), post, edge.organisation);
    };
    co_return co_await edge.database.read(std::move(work));
}

asio::awaitable<bool> claim(Edge& edge, std::string url) {
    auto work = [url = std::move(url)](Transaction& tx) {
        return storage::claim_link_preview(tx, as_fetcher(), url);
    };
    co_return co_await edge.database.commit({}, std::move(work));
}

/// Looks, and keeps what was found, also that there was nothing. What could not be looked at stays claimed for a moment.
asio::awaitable<void> look(Edge& edge, PersonId person, std::string url) {
    std::optional<LinkPage> page = co_await edge.link_pages->look_at(person, url);
    if (!page) co_return;
    auto work = [url = std::move(url), page = std::move(*page)](Transaction& tx) {
        std::optional<storage::KeptImage> image;
        if (!page.image_type.empty()) image = {page.image_type, page.image};
        storage::update_link_preview(tx, as_fetcher(), url, page.title, page.description, image);
    };
    co_await edge.database.commit({}, std::move(work));
}

/// The first link in the order of reading that `is_outside`.
template <class IsOutside>
std::string first_link(const MarkdownTree& nodes, const IsOutside& is_outside) {
    for (const MarkdownNode& node : nodes) {
        if (node.type == NodeType::link && node.url && is_outside(*node.url)) return *node.url;
        if (!node.children) continue;
        std::string found = first_link(*node.children, is_outside);
        if (!found.empty()) return found;
    }
    return {};
}

std::string outside_of(Snapshot& snapshot, const storage::PostAccess& post,
                       const Organisation& organisation) {
    const Post read = storage::select_read_post(snapshot, post).post;
    // That a link is fetched tells its owner that somebody reads it; of a private question that would name the desk.
    if (read.state == PostState::confidential) return {};
    return first_link_outside(read.blocks, organisation.address);
}

}  // namespace

void add_link_preview_routes(net::Router& routes, Edge& edge) {
    routes.bind<GetLinkPreview>(
        [&edge](net::Call& call, GetLinkPreview request) -> asio::awaitable<LinkPreviewAnswer> {
            co_return co_await get_link_preview(edge, token_hash_of(call), request.post);
        });
    routes.bind<GetLinkPreviewImage>(
        [&edge](net::Call& call, GetLinkPreviewImage request) -> asio::awaitable<Picture> {
            auto work = [&edge, token = token_hash_of(call), request](Snapshot& snapshot) {
                const Viewer viewer = access::identify(snapshot, token);
                if (edge.link_pages == nullptr) throw Refusal{ErrorCode::not_found, "post"};
                return get_link_preview_image(snapshot, viewer, request, edge.organisation);
            };
            co_return co_await edge.database.read(std::move(work));
        });
}

asio::awaitable<LinkPreviewAnswer> get_link_preview(Edge& edge, std::string token, PostId post) {
    AskedPreview asked = co_await ask(edge, token, post);
    if (edge.link_pages == nullptr) co_return LinkPreviewAnswer{};
    if (is_settled(asked) || !edge.link_pages->may_look(asked.person)) co_return answer_of(asked);
    if (co_await claim(edge, asked.url)) {
        co_await look(edge, asked.person, asked.url);
        co_return answer_of(co_await ask(edge, token, post));
    }
    asio::steady_timer timer{co_await asio::this_coro::executor};
    for (int waits = 0; waits < most_waits && !is_settled(asked); ++waits) {
        timer.expires_after(wait_for_others);
        co_await timer.async_wait(asio::use_awaitable);
        asked = co_await ask(edge, token, post);
    }
    co_return answer_of(asked);
}

AskedPreview ask_link_preview(Snapshot& snapshot, const Viewer& viewer, PostId post,
                              const Organisation& organisation) {
    const auto access = access::to_post(snapshot, viewer, post);
    AskedPreview asked{viewer.person, outside_of(snapshot, access, organisation), {}};
    if (!asked.url.empty()) asked.kept = storage::select_link_preview(snapshot, access, asked.url);
    return asked;
}

Picture get_link_preview_image(Snapshot& snapshot, const Viewer& viewer, const GetLinkPreviewImage& request,
                               const Organisation& organisation) {
    const auto access = access::to_post(snapshot, viewer, request.post);
    const std::string url = outside_of(snapshot, access, organisation);
    std::optional<storage::KeptImage> image;
    if (!url.empty()) image = storage::select_link_preview_image(snapshot, access, url);
    if (!image) throw Refusal{ErrorCode::not_found, "post"};
    const std::string_view type = previews::picture_type(image->bytes);
    if (type.empty()) throw Refusal{ErrorCode::not_found, "post"};
    return {type, std::move(image->bytes)};
}

std::string first_link_outside(const JsonOf<MarkdownTree>& blocks, const std::string& own_address) {
    const auto own = previews::Url::read(own_address);
    const auto host_of = [](const previews::Url& url) {
        const std::string host = url.host();
        return host.ends_with('.') ? host.substr(0, host.size() - 1) : host;
    };
    return first_link(tree_of(blocks), [&](const std::string& text) {
        if (text.size() > most_url_bytes) return false;
        const auto url = previews::Url::read(text);
        return url && !(own && host_of(*url) == host_of(*own));
    });
}

std::int64_t forget_old_previews(Transaction& tx, std::int64_t limit) {
    return storage::delete_old_link_previews(tx, as_fetcher(), kept_days, most_kept, limit);
}

}  // namespace plein::features
