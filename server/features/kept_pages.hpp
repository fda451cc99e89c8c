/// First pages of tabs, kept for as long as they are what the database would say.
///
/// A kept page is proven, not believed: those who wait share a snapshot that checks the session and the rights of each and
/// tells where the streams stand. Whatever changes what is on a page says so on the tab's stream, or on the organisation's
/// where it is about an author; so a page that was read at the same place of both is the page.   (ADR 30)
#pragma once

#include "server/features/joint_read.hpp"
#include "server/features/posts.hpp"
#include "storage/recently_used.hpp"

#include <memory>
#include <mutex>

namespace plein::features {

/// Where the streams stand that a page depends on.
struct PagePlace {
    std::string generation;
    std::string stream;
    std::int64_t seq = 0;
    std::int64_t organisation_seq = 0;

    bool operator==(const PagePlace&) const = default;
};

/// A first page as JSON, but for what its reader may do and chose. Does not change.
struct KeptPage {
    struct Reply {
        PostId post;  // that it is below: of a merged question another one
        CommentId id;
        PersonId author;
        JsonOf<Comment> comment;
        JsonOf<Reactions> reactions;
    };
    struct Item {
        PostId id;
        PersonId author;
        JsonOf<Post> post;
        JsonOf<Thread> thread;
        JsonOf<Reactions> reactions;
        std::optional<JsonOf<Question>> question;
        std::optional<JsonOf<Poll>> poll;
        std::optional<JsonOf<News>> news;
        std::optional<JsonOf<Idea>> idea;
        std::optional<JsonOf<CalendarEvent>> event;
        std::optional<JsonOf<Poll>> poll_to_voters;  // as who has voted sees it
        std::vector<Reply> latest;
        std::optional<Reply> answer;
    };
    PagePlace place;
    std::vector<Item> items;
    JsonOf<std::vector<Comment>> quoted;
    std::optional<std::string> next;
    JsonOf<std::vector<Person>> people;

    [[nodiscard]] std::size_t bytes() const;
};
using KeptPagePtr = std::shared_ptr<const KeptPage>;

/// Bound: `max_bytes`; the page that was asked for the longest ago goes first.   Thread: any.
class KeptPages {
public:
    static constexpr std::size_t max_bytes = 32 * 1024 * 1024;

    /// Nothing when there is none of this place.
    [[nodiscard]] KeptPagePtr find(TabId tab, const PagePlace& place);
    void keep(TabId tab, KeptPagePtr page);

private:
    struct Entry {
        KeptPagePtr page;
        [[nodiscard]] std::size_t bytes() const { return page->bytes(); }
    };

    std::mutex mutex_;
    storage::RecentlyUsed<TabId, Entry> pages_{max_bytes};
};

/// One of those who wait for the first page of a tab.
class PageRead final : public JointRead<PageRead> {
public:
    PageRead(std::shared_ptr<KeptPages> pages, std::string token, TabId tab)
        : JointRead(std::move(token)), pages_(std::move(pages)), tab_(tab) {}

    static void read(Snapshot& snapshot, const std::vector<PageRead*>& readers);

    /// What `list_posts` answers, as JSON.
    [[nodiscard]] JsonOf<PostPage> response() const;
    [[nodiscard]] const KeptPagePtr& page() const { return page_; }

private:
    void read(Snapshot& snapshot, const storage::TabAccess& tab, PagePlace place);
    static void read_own_marks(Snapshot& snapshot, const std::vector<PageRead*>& readers);

    const std::shared_ptr<KeptPages> pages_;
    const TabId tab_;
    KeptPagePtr page_;
    bool needs_approval_ = false;
    OwnMarks own_;
    std::int64_t own_seq_ = 0;  // how far the viewer's own stream had come
};

/// `list_posts`; first pages of the usual length come from those kept.
net::JsonHandler<ListPosts> read_kept_pages(Edge& edge);

}  // namespace plein::features
