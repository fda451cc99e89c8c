#include "server/features/kept_pages.hpp"

#include "protocol/envelope.hpp"
#include "protocol/json_writer.hpp"
#include "server/features/polling.hpp"

#include <algorithm>

namespace plein::features {

namespace {

using storage::TabAccess;

KeptPage::Reply made_of(const storage::ReadComment& read) {
    const auto& [comment, reactions] = read;
    return {comment.post, comment.id, comment.author, {to_json(comment)}, {to_json(reactions)}};
}

KeptPage::Item made_of(const SharedPost& shared) {
    const auto& [read, latest, answer] = shared;
    KeptPage::Item item{.id = read.post.id,
                        .author = read.post.author,
                        .post = {to_json(read.post)},
                        .thread = {to_json(read.thread)},
                        .reactions = {to_json(read.reactions)}};
    const auto& [question, poll, news, idea, event] = read.kinds;
    if (question) item.question = JsonOf<Question>{to_json(*question)};
    if (poll) {
        item.poll = JsonOf<Poll>{to_json(shown(*poll, false))};
        item.poll_to_voters = JsonOf<Poll>{to_json(shown(*poll, true))};
    }
    if (news) item.news = JsonOf<News>{to_json(*news)};
    if (idea) item.idea = JsonOf<Idea>{to_json(*idea)};
    if (event) item.event = JsonOf<CalendarEvent>{to_json(*event)};
    for (const storage::ReadComment& each : latest)
        item.latest.push_back(made_of(each));
    if (answer) item.answer = made_of(*answer);
    return item;
}

/// What changes an answer that stands in another tab is not told on the stream that this page is kept by.
bool is_all_of(TabId tab, const SharedPosts& posts) {
    return std::ranges::all_of(
        posts.items, [&](const SharedPost& each) { return !each.answer || each.answer->comment.tab == tab; });
}

KeptPagePtr made_of(PagePlace place, SharedPage page) {
    auto kept = std::make_shared<KeptPage>();
    kept->place = std::move(place);
    for (const SharedPost& each : page.posts.items)
        kept->items.push_back(made_of(each));
    kept->quoted = {to_json(page.posts.quoted)};
    kept->next = std::move(page.next);
    kept->people = {to_json(page.posts.people)};
    return kept;
}

void write_reply(std::string& text, const KeptPage::Reply& reply, const MyComment& mine) {
    text += '{';
    write_member(text, "comment", reply.comment);
    write_member(text, "reactions", reply.reactions);
    write_member(text, "mine", mine);
    text += '}';
}

std::size_t bytes_of(const KeptPage::Reply& reply) {
    return sizeof(KeptPage::Reply) + reply.comment.text.size() + reply.reactions.text.size();
}

/// Two, so that one reads while the answers of the other leave. A tab is always in the same, where nobody else reads it
/// at the same time.
std::string queue_of(TabId tab) {
    constexpr std::int64_t queues = 2;
    return "pages:" + std::to_string(tab.value % queues);
}

}  // namespace

std::size_t KeptPage::bytes() const {
    std::size_t bytes = sizeof(KeptPage) + quoted.text.size() + people.text.size();
    for (const Item& item : items) {
        bytes += sizeof(Item) + item.post.text.size() + item.thread.text.size() + item.reactions.text.size();
        if (item.question) bytes += item.question->text.size();
        if (item.poll) bytes += item.poll->text.size() + item.poll_to_voters->text.size();
        if (item.news) bytes += item.news->text.size();
        if (item.idea) bytes += item.idea->text.size();
        if (item.event) bytes += item.event->text.size();
        for (const Reply& reply : item.latest)
            bytes += bytes_of(reply);
        if (item.answer) bytes += bytes_of(*item.answer);
    }
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
    std::vector<std::string> streams{organisation_stream};  // then of each reader the tab's and their own
    for (std::size_t i = 0; i < readers.size(); ++i) {
        streams.push_back(tabs[i] ? tabs[i]->stream() : std::string{organisation_stream});
        streams.push_back(readers[i]->viewer().stream());
    }
    const auto heads = snapshot.heads(streams);
    std::vector<PageRead*> served;
    for (std::size_t i = 0; i < readers.size(); ++i) {
        PageRead& reader = *readers[i];
        if (!tabs[i]) {
            reader.refuse(Refusal{ErrorCode::not_found, "tab"});
            continue;
        }
        reader.own_seq_ = heads[2 * i + 2];
        reader.read(snapshot, *tabs[i],
                    {snapshot.generation(), tabs[i]->stream(), heads[2 * i + 1], heads.front()});
        served.push_back(&reader);
    }
    read_own_marks(snapshot, served);
}

/// In one statement for all of them. A run that is made again finds them anew.
void PageRead::read_own_marks(Snapshot& snapshot, const std::vector<PageRead*>& readers) {
    std::vector<storage::Onlooker> onlookers;
    std::vector<PageRead*> of;
    for (PageRead* reader : readers) {
        reader->own_ = {};
        for (const KeptPage::Item& item : reader->page_->items) {
            onlookers.push_back({reader->viewer().person, item.id});
            of.push_back(reader);
            if (!item.answer || item.answer->post == item.id) continue;
            onlookers.push_back({reader->viewer().person, item.answer->post});
            of.push_back(reader);
        }
    }
    auto found = storage::select_own_marks(snapshot, onlookers);
    for (std::size_t i = 0; i < found.size(); ++i)
        of[i]->own_.merge(found[i]);
}

void PageRead::read(Snapshot& snapshot, const TabAccess& tab, PagePlace place) {
    needs_approval_ = tab.needs_approval();
    page_ = pages_->find(tab_, place);
    if (page_) return;
    SharedPage page = read_first_page(snapshot, tab);
    const bool stands_here = is_all_of(tab.tab().id, page.posts);
    page_ = made_of(std::move(place), std::move(page));
    if (stands_here) pages_->keep(tab_, page_);
}

JsonOf<PostPage> PageRead::response() const {
    std::string text;
    text.reserve(page_->bytes() + 256 * (page_->items.size() + 1));
    text += R"({"items":[)";
    for (const KeptPage::Item& item : page_->items) {
        if (&item != &page_->items.front()) text += ',';
        text += '{';
        write_member(text, "post", item.post);
        write_member(text, "thread", item.thread);
        write_member(text, "reactions", item.reactions);
        write_member(text, "question", item.question);
        write_member(text, "poll", own_.votes.contains(item.id) ? item.poll_to_voters : item.poll);
        write_member(text, "news", item.news);
        write_member(text, "idea", item.idea);
        write_member(text, "event", item.event);
        text += R"(,"latest":[)";
        for (const KeptPage::Reply& reply : item.latest) {
            if (&reply != &item.latest.front()) text += ',';
            write_reply(text, reply, mine(viewer(), reply.author, item.id, reply.id, own_));
        }
        text += ']';
        if (item.answer) {
            text += R"(,"answer":)";
            write_reply(text, *item.answer,
                        mine(viewer(), item.answer->author, item.answer->post, item.answer->id, own_));
        }
        write_member(text, "mine", mine(viewer(), item.author, needs_approval_, item.id, own_));
        text += '}';
    }
    text += ']';
    write_member(text, "quoted", page_->quoted);
    write_member(text, "next", page_->next);
    write_member(text, "people", page_->people);
    const auto& [generation, stream, seq, organisation_seq] = page_->place;
    write_member(text, "cursors",
                 std::vector{StreamCursor{stream, Cursor{generation, seq}.to_string()},
                             StreamCursor{viewer().stream(), Cursor{generation, own_seq_}.to_string()}});
    text += '}';
    return {std::move(text)};
}

net::JsonHandler<ListPosts> read_kept_pages(Edge& edge) {
    const auto pages = std::make_shared<KeptPages>();
    return [&edge, pages, otherwise = features::read(edge, list_posts)](
               net::Call& call, ListPosts request) -> boost::asio::awaitable<JsonOf<PostPage>> {
        const bool is_usual = request.order.value_or(FeedOrder::newest) == FeedOrder::newest && !request.mark;
        if (request.before || request.limit || !is_usual)
            co_return JsonOf<PostPage>{to_json(co_await otherwise(call, std::move(request)))};
        const auto reading = std::make_shared<PageRead>(pages, token_hash_of(call), request.tab);
        co_await edge.database.read(queue_of(request.tab), reading);
        co_return reading->response();
    };
}

}  // namespace plein::features
