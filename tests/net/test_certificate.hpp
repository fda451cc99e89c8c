/// A self-signed certificate for a test.
#pragma once

#include <string>

namespace plein::net::test {

struct CertificateAndKey {
    std::string certificate;  // PEM
    std::string key;          // PEM
};

/// ECDSA P-256, valid for a day.
CertificateAndKey make_certificate(const std::string& common_name);

}  // namespace plein::net::test
