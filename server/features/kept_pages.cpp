#include "server/features/kept_pages.hpp"

#include "protocol/envelope.hpp"
#include "protocol/json_writer.hpp"

namespace plein::features {

namespace {

using storage::TabAccess;

KeptPagePtr made_of(PagePlace place, SharedPage page) {
    auto kept = std::make_shared<KeptPage>();
    kept->place = std::move(place);
    for (const Post& post : page.posts)
        kept->items.push_back({post.author, {to_json(post)}});
    kept->next = std::move(page.next);
    kept->people = {to_json(page.people)};
    return kept;
}

/// Two, so that one reads while the answers of the other leave. A tab is always in the same, where nobody else reads it
/// at the same time.
std::string queue_of(TabId tab) {
    constexpr std::int64_t queues = 2;
    return "pages:" + std::to_string(tab.value % queues);
}

}  // namespace

std::size_t KeptPage::bytes() const {
    std::size_t bytes = sizeof(KeptPage) + people.text.size();
    for (const Item& item : items)
        bytes += sizeof(Item) + item.post.text.size();
    return bytes;
}

KeptPagePtr KeptPages::find(TabId tab, const PagePlace& place) {
    const std::scoped_lock lock{mutex_};
    const Entry* const entry = pages_.find(tab);
    if (entry == nullptr || entry->page->place != place) return nullptr;
    pages_.use(tab);
    return entry->page;
}

void KeptPages::keep(TabId tab, KeptPagePtr page) {
    const std::scoped_lock lock{mutex_};
    pages_.put(tab, {std::move(page)});
}

void PageRead::read(Snapshot& snapshot, const std::vector<PageRead*>& readers) {
    std::vector<access::TabOfViewer> asked;
    for (const PageRead* reader : readers)
        asked.push_back({reader->tab_, &reader->viewer()});
    const auto tabs = access::to_each_tab(snapshot, asked);
    std::vector<std::string> streams{organisation_stream};
    for (const auto& tab : tabs)
        streams.push_back(tab ? tab->stream() : std::string{organisation_stream});
    const auto heads = snapshot.heads(streams);  // of the organisation, then each in the place of its reader
    for (std::size_t i = 0; i < readers.size(); ++i) {
        if (tabs[i]) {
            readers[i]->read(snapshot, *tabs[i],
                             {snapshot.generation(), tabs[i]->stream(), heads[i + 1], heads.front()});
        } else {
            readers[i]->refuse(Refusal{ErrorCode::not_found, "tab"});
        }
    }
}

void PageRead::read(Snapshot& snapshot, const TabAccess& tab, PagePlace place) {
    needs_approval_ = tab.needs_approval();
    page_ = pages_->find(tab_, place);
    if (page_) return;
    page_ = made_of(std::move(place), read_first_page(snapshot, tab));
    pages_->keep(tab_, page_);
}

JsonOf<PostPage> PageRead::response() const {
    std::string text;
    text.reserve(page_->bytes() + 128 * (page_->items.size() + 1));
    text += R"({"items":[)";
    for (const KeptPage::Item& item : page_->items) {
        if (&item != &page_->items.front()) text += ',';
        text += '{';
        write_member(text, "post", item.post);
        write_member(text, "mine", mine(viewer(), item.author, needs_approval_));
        text += '}';
    }
    text += ']';
    write_member(text, "next", page_->next);
    write_member(text, "people", page_->people);
    const Cursor here{page_->place.generation, page_->place.seq};
    write_member(text, "cursors", std::vector{StreamCursor{page_->place.stream, here.to_string()}});
    text += '}';
    return {std::move(text)};
}

net::JsonHandler<ListPosts> read_kept_pages(Edge& edge) {
    const auto pages = std::make_shared<KeptPages>();
    return [&edge, pages, otherwise = features::read(edge, list_posts)](
               net::Call& call, ListPosts request) -> boost::asio::awaitable<JsonOf<PostPage>> {
        if (request.before || request.limit)
            co_return JsonOf<PostPage>{to_json(co_await otherwise(call, std::move(request)))};
        const auto reading = std::make_shared<PageRead>(pages, token_hash_of(call), request.tab);
        co_await edge.database.read(queue_of(request.tab), reading);
        co_return reading->response();
    };
}

}  // namespace plein::features
