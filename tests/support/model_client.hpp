/// A client that keeps a model of what its person may see, as the web client does: it reads once, follows the
/// streams of the answers, and from then on believes events. It reads afresh only when the server says so (resync,
/// lost, group.joined), and comes back on any node that answers.
#pragma once

#include "tests/support/deployment.hpp"
#include "tests/support/model.hpp"

#include <chrono>
#include <functional>
#include <string>
#include <vector>

namespace plein::test {

/// Thread: one at a time.
class ModelClient {
public:
    /// Ports of the nodes, the one to begin with first; asked again whenever a connection is to be made.
    using Nodes = std::function<std::vector<std::uint16_t>()>;

    /// A reading of everything through the node at a port, begun no earlier than it was asked for. Throws as Model::read.
    using Reader = std::function<Model(std::uint16_t)>;

    ModelClient(Nodes nodes, std::string token, Reader reader = {});

    /// Listens until `done`, asked after each line and ten times a second, or until `patience` has passed (then
    /// false). Comes back by itself when its connection ends.
    bool listen_until(const std::function<bool()>& done, std::chrono::seconds patience);

    /// Listens until it has heard what `fresh` knows.
    bool converge_with(const Model& fresh, std::chrono::seconds patience = std::chrono::seconds{30}) {
        return listen_until([&] { return knows(fresh); }, patience);
    }

    /// Reads everything afresh, through a node that answers.
    Model read_afresh();

    /// The session has ended: nobody lets this client in any more.
    [[nodiscard]] bool is_signed_out() const { return signed_out_; }

    [[nodiscard]] const Model& model() const { return model_; }
    [[nodiscard]] const std::string& token() const { return token_; }
    /// What no server may do: gaps, doubles, events of streams that were lost.
    [[nodiscard]] const std::vector<std::string>& complaints() const { return complaints_; }
    [[nodiscard]] int readings() const { return readings_; }
    [[nodiscard]] int connections() const { return connections_; }
    /// Where it stands of what `fresh` knows, for the report of a failure.
    [[nodiscard]] std::string behind(const Model& fresh) const;

private:
    using Clock = std::chrono::steady_clock;

    void start_over();
    void connect();
    void follow(const std::string& stream);
    void hear(const LiveLine& line);
    void hear_event(const LiveLine& line);
    void hear_notice(const LiveLine& line);
    void lose(const std::string& stream);
    [[nodiscard]] bool knows(const Model& fresh) const;
    [[nodiscard]] std::string own_stream() const { return user_stream(model_.me); }
    /// Until a node answers; 401 means that the session has ended.
    template <class Try>
    void persist(Try attempt);

    Nodes nodes_;
    std::string token_;
    Reader reader_;  // none: it reads for itself
    Model model_;
    std::map<std::string, Cursor> positions_;  // of the streams that it follows
    std::unique_ptr<LiveClient> live_;
    std::set<std::string> lost_;  // on this connection: nothing more may come of them
    std::vector<std::string> complaints_;
    bool signed_out_ = false;
    int readings_ = 0;
    int connections_ = 0;  // so far
};

}  // namespace plein::test
