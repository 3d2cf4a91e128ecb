#include "core/error.hpp"

namespace strand {

std::string Error::english() const {
    std::string out;
    if (!file.empty()) {
        out += file;
        if (line > 0) out += fmt::format(":{}", line);
        if (column > 0) out += fmt::format(":{}", column);
        out += ": ";
    }
    out += found.english();
    if (!expected.empty()) out += "; " + expected.english();
    return out;
}

}  // namespace strand
