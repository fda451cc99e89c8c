// TLS: versions, ciphers, and a certificate that changes under open connections.
#include "tests/net/running_server.hpp"
#include "tests/net/test_certificate.hpp"
#include "tests/support/until.hpp"

#include <gtest/gtest.h>
#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/use_future.hpp>
#include <boost/asio/write.hpp>

#include <csignal>
#include <future>
#include <stdexcept>

namespace plein::net::test {
namespace {

namespace asio = boost::asio;
using plein::test::until;

/// Speaks TLS of exactly one version and, for 1.2, with the ciphers it is given. As RawClient, it waits ten seconds for
/// the server, then throws std::runtime_error.
class TlsClient {
public:
    explicit TlsClient(int version, const char* ciphers = "DEFAULT")
        : context_(make_context(version, ciphers)), stream_(io_, context_) {}

    bool connect(std::uint16_t port) {
        try {
            stream_.next_layer().connect({asio::ip::address_v4::loopback(), port});
            in_time(stream_.async_handshake(asio::ssl::stream_base::client, asio::use_future));
            return true;
        } catch (const boost::system::system_error&) {
            return false;
        }
    }

    std::string ask(const std::string& request) {
        asio::write(stream_, asio::buffer(request));
        std::string answer;
        in_time(asio::async_read_until(stream_, asio::dynamic_buffer(answer), "\r\n\r\n", asio::use_future));
        return answer.substr(0, answer.find("\r\n"));
    }

    /// Of an answer that is no longer than one read.
    std::string body_of(const std::string& request) {
        asio::write(stream_, asio::buffer(request));
        std::string answer(64 * 1024, '\0');
        answer.resize(in_time(stream_.async_read_some(asio::buffer(answer), asio::use_future)));
        return answer;
    }

    std::string common_name() {
        X509* certificate = SSL_get_peer_certificate(stream_.native_handle());
        char name[256] = "";
        X509_NAME_get_text_by_NID(X509_get_subject_name(certificate), NID_commonName, name, sizeof name);
        X509_free(certificate);
        return name;
    }

private:
    static asio::ssl::context make_context(int version, const char* ciphers) {
        asio::ssl::context context{asio::ssl::context::tls_client};
        SSL_CTX_set_min_proto_version(context.native_handle(), version);
        SSL_CTX_set_max_proto_version(context.native_handle(), version);
        SSL_CTX_set_security_level(context.native_handle(), 0);
        SSL_CTX_set_cipher_list(context.native_handle(), ciphers);
        return context;
    }

    template <class T>
    T in_time(std::future<T> outcome) {
        io_.restart();
        io_.run_for(std::chrono::seconds{10});
        if (outcome.wait_for(std::chrono::seconds{0}) != std::future_status::ready)
            throw std::runtime_error{"the server says nothing"};
        return outcome.get();
    }

    asio::io_context io_;
    asio::ssl::context context_;
    asio::ssl::stream<asio::ip::tcp::socket> stream_;
};

class TlsServer : public testing::Test {
protected:
    TlsServer() {
        write_certificate("first");
        NetOptions options;
        options.tls_certificate = folder_.path() / "certificate.pem";
        options.tls_key = folder_.path() / "key.pem";
        options.timeouts.tls_handshake = std::chrono::milliseconds{500};
        options.timeouts.closing = std::chrono::milliseconds{300};
        server_ = std::make_unique<RunningServer>(options);
    }

    void write_certificate(const std::string& common_name) {
        const auto pair = make_certificate(common_name);
        folder_.write("key.pem", pair.key);
        folder_.write("certificate.pem", pair.certificate);
    }

    TemporaryFolder folder_;
    std::unique_ptr<RunningServer> server_;
};

TEST_F(TlsServer, SpeaksVersions12And13) {
    for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
        TlsClient client{version};
        ASSERT_TRUE(client.connect(server_->port()));
        EXPECT_EQ(client.ask(get("/healthz")), "HTTP/1.1 200 OK");
        EXPECT_EQ(client.ask(get("/healthz")), "HTTP/1.1 200 OK");
    }
}

TEST_F(TlsServer, RefusesOlderVersions) {
    EXPECT_FALSE(TlsClient{TLS1_VERSION}.connect(server_->port()));
    EXPECT_FALSE(TlsClient{TLS1_1_VERSION}.connect(server_->port()));
}

TEST_F(TlsServer, RefusesCiphersWithoutForwardSecrecyOrAuthentication) {
    EXPECT_FALSE((TlsClient{TLS1_2_VERSION, "AES256-GCM-SHA384"}.connect(server_->port())));
    EXPECT_FALSE((TlsClient{TLS1_2_VERSION, "ECDHE-ECDSA-AES256-SHA"}.connect(server_->port())));
    EXPECT_TRUE((TlsClient{TLS1_2_VERSION, "ECDHE-ECDSA-AES128-GCM-SHA256"}.connect(server_->port())));
}

TEST_F(TlsServer, TakesANewCertificateOnSighupAndKeepsConnections) {
    TlsClient before{TLS1_3_VERSION};
    ASSERT_TRUE(before.connect(server_->port()));
    EXPECT_EQ(before.common_name(), "first");

    write_certificate("second");
    ::raise(SIGHUP);
    EXPECT_TRUE(until([&] {
        TlsClient after{TLS1_3_VERSION};
        if (!after.connect(server_->port()))
            throw std::runtime_error{"refused while the certificate changes"};
        return after.common_name() == "second";
    }));
    EXPECT_EQ(before.ask(get("/healthz")), "HTTP/1.1 200 OK");
}

TEST_F(TlsServer, KeepsItsCertificateWhenTheNewOneIsBroken) {
    folder_.write("certificate.pem", "not a certificate");
    ::raise(SIGHUP);
    TlsClient client{TLS1_3_VERSION};
    ASSERT_TRUE(client.connect(server_->port()));
    EXPECT_EQ(client.common_name(), "first");
}

TEST_F(TlsServer, DoesNotWaitForeverForAHandshake) {
    RawClient silent{server_->port()};
    EXPECT_TRUE(silent.is_closed_by_server());
}

TEST_F(TlsServer, DoesNotWaitForeverForAGoodbye) {
    TlsClient silent{TLS1_3_VERSION};
    ASSERT_TRUE(silent.connect(server_->port()));
    EXPECT_EQ(silent.ask("GET / HTTP/1.1\r\n\r\n"), "HTTP/1.1 400 Bad Request");
    TlsClient watcher{TLS1_3_VERSION};
    ASSERT_TRUE(watcher.connect(server_->port()));
    EXPECT_TRUE(until(
        [&] { return watcher.body_of(get("/metrics")).find("plein_connections 1\n") != std::string::npos; }));
}

TEST_F(TlsServer, ClosesOnPlainHttp) {
    RawClient plain{server_->port()};
    plain.send(get("/healthz"));
    EXPECT_EQ(plain.read_all().find("HTTP/"), std::string::npos);
}

TEST(TlsFiles, ThatAreNotThereAreNamed) {
    NetOptions options;
    options.tls_certificate = "/nowhere/certificate.pem";
    options.tls_key = "/nowhere/key.pem";
    try {
        const RunningServer server{options};
        FAIL() << "started without a certificate";
    } catch (const std::runtime_error& error) {
        EXPECT_NE(std::string{error.what()}.find("/nowhere/certificate.pem"), std::string::npos);
    }
}

}  // namespace
}  // namespace plein::net::test
