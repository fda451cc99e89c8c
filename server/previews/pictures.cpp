#include "server/previews/pictures.hpp"

#include <optional>

namespace plein::previews {

namespace {

struct Size {
    unsigned long long width;
    unsigned long long height;
};

/// Numbers at a place; 0 behind the end.
class Bytes {
public:
    explicit Bytes(std::string_view bytes) : bytes_(bytes) {}
    [[nodiscard]] unsigned at(std::size_t place) const {
        return place < bytes_.size() ? static_cast<unsigned char>(bytes_[place]) : 0;
    }
    [[nodiscard]] unsigned big(std::size_t place, std::size_t size) const {
        unsigned value = 0;
        for (std::size_t i = 0; i < size; ++i)
            value = value << 8U | at(place + i);
        return value;
    }
    [[nodiscard]] unsigned little(std::size_t place, std::size_t size) const {
        unsigned value = 0;
        for (std::size_t i = size; i > 0; --i)
            value = value << 8U | at(place + i - 1);
        return value;
    }
    [[nodiscard]] std::string_view text(std::size_t place, std::size_t size) const {
        return place < bytes_.size() ? bytes_.substr(place, size) : std::string_view{};
    }
    [[nodiscard]] std::size_t size() const { return bytes_.size(); }

private:
    std::string_view bytes_;
};

/// The frame header (SOF, ITU T.81 B.2.2) behind the segments before it.
std::optional<Size> size_of_jpeg(const Bytes& of) {
    std::size_t place = 2;
    while (place + 9 <= of.size() && of.at(place) == 0xFF) {
        const unsigned marker = of.at(place + 1);
        const bool is_frame =
            marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        if (is_frame) return Size{of.big(place + 7, 2), of.big(place + 5, 2)};
        place += marker == 0xFF ? 1 : 2 + of.big(place + 2, 2);
    }
    return std::nullopt;
}

/// Its three forms: RFC 9649.
std::optional<Size> size_of_webp(const Bytes& of) {
    const std::string_view form = of.text(12, 4);
    if (form == "VP8X") return Size{of.little(24, 3) + 1ULL, of.little(27, 3) + 1ULL};
    if (form == "VP8L")
        return Size{(of.little(21, 4) & 0x3FFFU) + 1ULL, (of.little(21, 4) >> 14U & 0x3FFFU) + 1ULL};
    if (form == "VP8 ") return Size{of.little(26, 2) & 0x3FFFU, of.little(28, 2) & 0x3FFFU};
    return std::nullopt;
}

bool fits(const std::optional<Size>& size) {
    return size && size->width > 0 && size->height > 0 && size->width * size->height <= most_pixels;
}

}  // namespace

std::string_view picture_type(std::string_view bytes) {
    const Bytes of{bytes};
    if (bytes.starts_with("\x89PNG\r\n\x1A\n"))
        return fits(Size{of.big(16, 4), of.big(20, 4)}) ? "image/png" : "";
    if (bytes.starts_with("GIF87a") || bytes.starts_with("GIF89a"))
        return fits(Size{of.little(6, 2), of.little(8, 2)}) ? "image/gif" : "";
    if (bytes.starts_with("\xFF\xD8\xFF")) return fits(size_of_jpeg(of)) ? "image/jpeg" : "";
    if (bytes.starts_with("RIFF") && of.text(8, 4) == "WEBP")
        return fits(size_of_webp(of)) ? "image/webp" : "";
    return "";
}

}  // namespace plein::previews
