#include "storage/open_files.hpp"

namespace strand::detail {

OpenFiles& OpenFiles::instance() {
    static OpenFiles* const files = new OpenFiles;  // outlives every static ProjectFile
    return *files;
}

}  // namespace strand::detail
