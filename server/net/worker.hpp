/// What the connections of one I/O thread share. They hold it, so it lives as long as the last of them.
#pragma once

#include "server/net/options.hpp"
#include "server/net/site.hpp"
#include "server/net/timer_wheel.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/intrusive/list.hpp>

#include <atomic>
#include <memory>

namespace plein::net {

/// Something that ends when the server drains.   Lifetime: leaves the worker's list when it is destroyed.
class Drainable
    : public boost::intrusive::list_base_hook<boost::intrusive::link_mode<boost::intrusive::auto_unlink>> {
public:
    virtual void drain() = 0;

protected:
    ~Drainable() = default;
};

/// Thread: its I/O thread's only, but for `site` and `options` (any).
struct Worker {
    Worker(boost::asio::io_context& io, const NetOptions& net_options, std::shared_ptr<Site> whole_site,
           live::Hub& its_hub)
        : context(io), options(net_options), site(std::move(whole_site)), hub(its_hub), wheel(io) {}

    boost::asio::io_context& context;
    const NetOptions options;
    const std::shared_ptr<Site> site;
    live::Hub& hub;
    TimerWheel wheel;
    boost::intrusive::list<Drainable, boost::intrusive::constant_time_size<false>> drainables;
    bool leaving = false;   // no connection outlives its request
    bool draining = false;  // idle ones end
};

/// One of the connections that the process may have; counts itself out when it goes.
struct CountOut {
    void operator()(std::atomic<std::int64_t>* connections) const { connections->fetch_sub(1); }
};
using Counted = std::unique_ptr<std::atomic<std::int64_t>, CountOut>;

}  // namespace plein::net
