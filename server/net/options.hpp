/// Everything about the network that `plein.toml` can set, with the defaults it has there.
#pragma once

#include "protocol/limits.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace plein::net {

/// How long each phase of a connection may take; past it the connection ends. Checked every 100 ms.
struct NetTimeouts {
    std::chrono::milliseconds tls_handshake{10'000};
    std::chrono::milliseconds header{10'000};  // from the first byte of a request to its blank line
    std::chrono::milliseconds body{30'000};    // from the blank line to the last byte
    std::chrono::milliseconds idle{60'000};    // between two requests
    std::chrono::milliseconds write{30'000};   // for each 64 KiB of an answer
    std::chrono::milliseconds websocket_handshake{10'000};
    std::chrono::milliseconds ping{30'000};    // of silence on a WebSocket: we ping; as much again: we close
    std::chrono::milliseconds closing{5'000};  // for the peer to take our last words
};

struct NetLimits {
    std::size_t header_bytes = 16 * 1024;           // request line and fields, then 431
    std::size_t target_bytes = 4 * 1024;            // then 414
    std::size_t body_bytes = limits::request_body;  // then 413
    std::size_t connections = 15'000;               // of the process; below its limit of descriptors
    std::size_t max_queued_bytes = 1024 * 1024;     // outbound, for each WebSocket, then 1013
    std::size_t live_messages_per_second = 20;      // from one client, on average
    std::size_t live_burst = 512;        // a page that resumes subscribes to all its streams at once
    std::size_t socket_send_buffer = 0;  // bytes in the kernel for each connection; 0: the system's choice
};

struct NetOptions {
    std::string host = "127.0.0.1";  // address to listen on; "::" for all
    std::uint16_t port = 8080;       // 0: any free one
    std::filesystem::path web_root;  // the built web client
    /// The address people type, "https://plein.example.nl". Empty: any well-formed Host is served
    /// (development).
    std::string public_url;
    std::vector<std::string> allowed_hosts;  // further names that Host may carry, beside localhost
    std::filesystem::path tls_certificate;   // PEM chain; empty: plain http
    std::filesystem::path tls_key;           // PEM
    std::vector<std::string>
        trusted_proxies;  // addresses or networks ("10.0.0.0/8") whose X-Forwarded-For counts
    std::vector<std::string> style_hashes;     // "sha256-…" of styles that a library injects
    std::string metrics_token;                 // bearer token for /metrics; empty: loopback peers only
    std::chrono::milliseconds leaving{5'000};  // in which a server that stops still serves; 0: none
    std::chrono::milliseconds drain{10'000};   // for running requests behind that
    NetTimeouts timeouts;
    NetLimits limits;
};

}  // namespace plein::net
