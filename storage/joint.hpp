/// Work of one kind that PostgreSQL does for many at a time: one transaction, and statements for all of them.
/// (ADR 0027, 0030)
#pragma once

#include <exception>
#include <functional>
#include <memory>
#include <span>

namespace plein::storage {

class Snapshot;
class Transaction;

/// One of them. It is run by itself, or among the items of its queue, which are all of its kind; every run begins
/// anew.   Thread: the pool thread that runs it, and its maker once the wait is over.
template <class Tx>
class Joint {
public:
    Joint() = default;
    virtual ~Joint() = default;
    Joint(const Joint&) = delete;
    Joint& operator=(const Joint&) = delete;

    /// Does the work of these; `items` has this one among them, in the order in which they came. What refuses one alone is
    /// left in its `refusal`, and that one has then written nothing; what is thrown undoes all.
    virtual void run(Tx& tx, std::span<Joint* const> items) = 0;

    std::exception_ptr refusal;
};

using JointWrite = Joint<Transaction>;
using JointRead = Joint<Snapshot>;
using JointWritePtr = std::shared_ptr<JointWrite>;
using JointReadPtr = std::shared_ptr<JointRead>;

/// The item as work of its own, which throws its refusal.
template <class Tx>
std::function<void(Tx&)> alone(const std::shared_ptr<Joint<Tx>>& item) {
    return [item](Tx& tx) {
        Joint<Tx>* const one = item.get();
        one->run(tx, {&one, 1});
        if (one->refusal) std::rethrow_exception(one->refusal);
    };
}

}  // namespace plein::storage
