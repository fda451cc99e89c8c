#include "tests/support/front_proxy.hpp"

#include "tests/net/test_certificate.hpp"

#include <fmt/format.h>
#include <unistd.h>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#define BOOST_PROCESS_USE_STD_FS  // a library less
#include <boost/process.hpp>

#include <chrono>
#include <fstream>
#include <random>
#include <sstream>
#include <stdexcept>
#include <thread>
#include <tuple>
#include <utility>

namespace plein::test {
namespace {

namespace process = boost::process;
using boost::asio::ip::tcp;

tcp::endpoint here(std::uint16_t port) { return {boost::asio::ip::address_v4::loopback(), port}; }

/// On a port below those that the kernel gives to whoever asks for any: one of those could be given to a node of another
/// test before the proxy listens on it, and everybody would speak with that node.
tcp::acceptor on_free_port(boost::asio::io_context& context) {
    static std::mt19937 dice{std::random_device{}()};
    std::uniform_int_distribution<std::uint16_t> port{20'000, 32'000};
    tcp::acceptor acceptor{context, tcp::v4()};
    for (boost::system::error_code taken = boost::asio::error::address_in_use; taken;)
        acceptor.bind(here(port(dice)), taken);
    return acceptor;
}

/// Two, held at once so that they differ.
std::pair<std::uint16_t, std::uint16_t> free_ports() {
    boost::asio::io_context context;
    const tcp::acceptor first = on_free_port(context);
    const tcp::acceptor second = on_free_port(context);
    return {first.local_endpoint().port(), second.local_endpoint().port()};
}

std::string text_of(const std::filesystem::path& file) {
    std::ostringstream text;
    text << std::ifstream{file}.rdbuf();
    return text.str();
}

/// The sample has to have what is replaced: otherwise the test would try something else than it says.
void replace(std::string& text, const std::string& from, const std::string& to) {
    auto found = text.find(from);
    if (found == std::string::npos) throw std::runtime_error{"the sample has no \"" + from + "\""};
    for (; found != std::string::npos; found = text.find(from, found + to.size()))
        text.replace(found, from.size(), to);
}

/// What makes a whole nginx of a site: one process, everything in the folder.
constexpr const char* around_the_site = R"(daemon off;
master_process off;
pid {0}/nginx.pid;
error_log {0}/error.log;
events {{}}
http {{
    access_log off;
    client_body_temp_path {0}/body;
    proxy_temp_path {0}/proxy;
    fastcgi_temp_path {0}/fastcgi;
    uwsgi_temp_path {0}/uwsgi;
    scgi_temp_path {0}/scgi;
    include {0}/plein.conf;
}}
)";

std::vector<std::string> command_of(FrontProxy::Kind kind, const std::filesystem::path& file) {
    if (kind == FrontProxy::Kind::nginx)
        return {"/usr/sbin/nginx", "-e", file.parent_path() / "error.log", "-c", file};
    return {"/usr/sbin/haproxy", "-f", file};
}

/// Neither program finds fault with a sample, nor warns.
void check(FrontProxy::Kind kind, const std::filesystem::path& file) {
    auto words = command_of(kind, file);
    if (kind == FrontProxy::Kind::nginx)
        words.insert(words.end(), {"-q", "-t"});
    else
        words.insert(words.end(), {"-c", "-dW"});  // a warning is an error
    process::ipstream said;
    process::child child{words, process::std_out > process::null, process::std_err > said};
    const std::string faults{std::istreambuf_iterator<char>{said}, {}};
    child.wait();
    const bool warned = kind == FrontProxy::Kind::nginx && !faults.empty();
    if (child.exit_code() != 0 || warned) throw std::runtime_error{faults};
}

}  // namespace

/// setpriv becomes the proxy, after asking the kernel to end it when this thread ends.
class FrontProxy::Process {
public:
    Process(Kind kind, const std::filesystem::path& file) {
        std::vector<std::string> words{"--pdeathsig=KILL", "--"};
        for (auto& word : command_of(kind, file))
            words.push_back(std::move(word));
        if (kind != Kind::nginx) words.emplace_back("-db");  // in the foreground, one process
        child_ = process::child{
            process::search_path("setpriv"), process::args(words),
            process::std_in<process::null, process::std_err>(file.parent_path() / "said").string(),
            process::limit_handles};
    }
    ~Process() {
        child_.terminate();
        child_.wait();
    }

    void wait_until_it_listens(std::uint16_t port, const std::filesystem::path& folder) {
        boost::asio::io_context context;
        boost::system::error_code error;
        do {
            tcp::socket socket{context};
            socket.connect(here(port), error);
            if (error && !child_.running()) throw std::runtime_error{text_of(folder / "said")};
            if (error) std::this_thread::sleep_for(std::chrono::milliseconds{10});
        } while (error);
    }

private:
    process::child child_;
};

FrontProxy::FrontProxy(Kind kind, const std::vector<std::uint16_t>& nodes) {
    std::tie(port_, plain_port_) = free_ports();
    folder_ = std::filesystem::temp_directory_path() / fmt::format("plein-proxy-{}-{}", getpid(), port_);
    std::filesystem::create_directory(folder_);
    write_certificate(kind);
    const auto file = configure(kind, nodes);
    check(kind, file);
    process_ = std::make_unique<Process>(kind, file);
    process_->wait_until_it_listens(port_, folder_);
    if (kind != Kind::redis) process_->wait_until_it_listens(plain_port_, folder_);
}

FrontProxy::~FrontProxy() {
    process_.reset();
    std::filesystem::remove_all(folder_);
}

void FrontProxy::write_certificate(Kind kind) const {
    const auto pair = net::test::make_certificate("plein.example.nl");
    if (kind != Kind::nginx) {
        std::ofstream{folder_ / "plein.pem"} << pair.certificate << pair.key;
    } else {
        std::ofstream{folder_ / "chain.pem"} << pair.certificate;
        std::ofstream{folder_ / "key.pem"} << pair.key;
    }
}

std::string FrontProxy::logs() const {
    return text_of(folder_ / "access.log") + text_of(folder_ / "error.log");
}

std::filesystem::path FrontProxy::configure(Kind kind, const std::vector<std::uint16_t>& nodes) const {
    const std::string folder = folder_;
    if (kind == Kind::nginx) {
        std::string site = text_of(PLEIN_SOURCE_DIR "/config/nginx/plein.conf");
        std::string servers;
        for (const auto node : nodes)
            servers += fmt::format("server 127.0.0.1:{} fail_timeout=2s;", node);
        replace(site, "server 127.0.0.1:8080 fail_timeout=2s;", servers);
        // IPv6 is not everywhere where tests run: a second address stands for it.
        for (const auto& [sample, port] : {std::pair{"443", port_}, std::pair{"80", plain_port_}}) {
            replace(site, fmt::format("listen {}", sample), fmt::format("listen 127.0.0.1:{}", port));
            replace(site, fmt::format("listen [::]:{}", sample), fmt::format("listen 127.0.0.2:{}", port));
        }
        replace(site, "/etc/ssl/plein", folder);
        replace(site, "/var/log/nginx", folder);
        std::ofstream{folder_ / "plein.conf"} << site;
        std::ofstream{folder_ / "nginx.conf"} << fmt::format(around_the_site, folder);
        return folder_ / "nginx.conf";
    }
    if (kind == Kind::redis) {
        std::string text = text_of(PLEIN_SOURCE_DIR "/config/haproxy/redis.cfg");
        replace(text, "bind 127.0.0.1:6390\n", fmt::format("bind 127.0.0.1:{}\n", port_));
        replace(text, "10.0.0.21:6379\n", fmt::format("127.0.0.1:{}\n", nodes.at(0)));
        replace(text, "10.0.0.22:6379\n", fmt::format("127.0.0.1:{}\n", nodes.at(1)));
        return write_haproxy(std::move(text));
    }
    std::string text = text_of(PLEIN_SOURCE_DIR "/config/haproxy/haproxy.cfg");
    replace(text, "bind :80\n", fmt::format("bind 127.0.0.1:{}\n", plain_port_));
    replace(text, "bind :443 ", fmt::format("bind 127.0.0.1:{} ", port_));
    replace(text, "/etc/haproxy/plein.pem", folder + "/plein.pem");
    replace(text, "10.0.0.11:8080\n", fmt::format("127.0.0.1:{}\n", nodes.at(0)));
    replace(text, "10.0.0.12:8080\n", fmt::format("127.0.0.1:{}\n", nodes.at(1)));
    for (std::size_t more = 2; more < nodes.size(); ++more)  // the backend is the sample's last section
        text += fmt::format("\n    server more{} 127.0.0.1:{}\n", more, nodes[more]);
    return write_haproxy(std::move(text));
}

std::filesystem::path FrontProxy::write_haproxy(std::string text) const {
    if (geteuid() != 0) {
        for (const char* line :
             {"    chroot /var/lib/haproxy\n", "    user haproxy\n", "    group haproxy\n"})
            replace(text, line, "");
    }
    std::ofstream{folder_ / "haproxy.cfg"} << text;
    return folder_ / "haproxy.cfg";
}

}  // namespace plein::test
