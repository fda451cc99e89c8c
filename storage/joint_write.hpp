/// Writes of one kind that PostgreSQL takes many at a time: one transaction, and statements for all of them. (ADR 0027)
#pragma once

#include <exception>
#include <functional>
#include <memory>
#include <span>

namespace plein::storage {

class Transaction;

/// One of them. It is run by itself, or among the items of its write queue, which are all of its kind; every run begins
/// anew.   Thread: the pool thread that runs it, and its maker once the wait is over.
class JointWrite {
public:
    JointWrite() = default;
    virtual ~JointWrite() = default;
    JointWrite(const JointWrite&) = delete;
    JointWrite& operator=(const JointWrite&) = delete;

    /// Makes these writes; `items` has this one among them, in the order in which they came. What refuses one alone is
    /// left in its `refusal`, and that one has then written nothing; what is thrown undoes all.
    virtual void run(Transaction& tx, std::span<JointWrite* const> items) = 0;

    std::exception_ptr refusal;
};
using JointWritePtr = std::shared_ptr<JointWrite>;

/// The item as a write of its own, which throws its refusal.
inline std::function<void(Transaction&)> alone(const JointWritePtr& item) {
    return [item](Transaction& tx) {
        JointWrite* const one = item.get();
        one->run(tx, {&one, 1});
        if (one->refusal) std::rethrow_exception(one->refusal);
    };
}

}  // namespace plein::storage
