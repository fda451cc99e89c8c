/// The edge of reads that are done jointly: those that wait together share a snapshot, and statements for all of them.
/// (ADR 0030)
#pragma once

#include "server/features/edge.hpp"

#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace plein::features {

/// One of them, of somebody who asks. All items of a queue are of the same `Read`, which derives from this and has
/// `static void read(Snapshot&, const std::vector<Read*>&)` for those of them who are signed in.
template <class Read>
class JointRead : public storage::JointRead {
public:
    void run(Snapshot& snapshot, std::span<storage::Joint<Snapshot>* const> items) final {
        std::vector<std::string> tokens;
        for (const auto* item : items)
            tokens.push_back(static_cast<const Read*>(item)->token_);
        auto viewers = access::identify_all(snapshot, tokens);
        std::vector<Read*> signed_in;
        for (std::size_t i = 0; i < items.size(); ++i) {
            auto& item = static_cast<Read&>(*items[i]);
            item.viewer_ = std::move(viewers[i]);
            item.refusal = nullptr;
            if (item.viewer_)
                signed_in.push_back(&item);
            else
                item.refuse(Refusal{ErrorCode::not_signed_in});
        }
        if (!signed_in.empty()) Read::read(snapshot, signed_in);
    }

protected:
    explicit JointRead(std::string token) : token_(std::move(token)) {}

    [[nodiscard]] const std::string& token() const { return token_; }
    [[nodiscard]] const Viewer& viewer() const { return *viewer_; }
    void refuse(Refusal why) { refusal = std::make_exception_ptr(std::move(why)); }

private:
    const std::string token_;
    std::optional<Viewer> viewer_;
};

}  // namespace plein::features
