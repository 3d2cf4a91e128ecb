#include "core/message.hpp"

namespace strand {

std::string Message::english() const { return fill(text); }

std::string Message::fill(const std::string& translated) const {
    std::string out;
    out.reserve(translated.size() + 32);
    for (size_t i = 0; i < translated.size(); ++i) {
        if (translated[i] == '%' && i + 1 < translated.size() && translated[i + 1] >= '1' && translated[i + 1] <= '9') {
            const auto index = static_cast<size_t>(translated[i + 1] - '1');
            if (index < args.size()) {
                out += args[index];
                ++i;
                continue;
            }
        }
        out += translated[i];
    }
    return out;
}

}  // namespace strand
