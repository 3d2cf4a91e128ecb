#include "data/file_names.hpp"

#include "core/text.hpp"
#include "data/reader.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

namespace strand {

namespace {

namespace fs = std::filesystem;

constexpr std::array<std::pair<std::string_view, Split>, 8> kShortWords{{{"tr", Split::Train},
                                                                         {"trn", Split::Train},
                                                                         {"te", Split::Test},
                                                                         {"tst", Split::Test},
                                                                         {"eval", Split::Validation},
                                                                         {"evaluation", Split::Validation},
                                                                         {"vali", Split::Validation},
                                                                         {"devel", Split::Validation}}};

std::optional<Split> splitWord(std::string_view word) {
    if (const auto split = parseSplit(word)) return split;
    const std::string lower = lowerCase(word);
    const auto found = std::find_if(kShortWords.begin(), kShortWords.end(), [&](const auto& entry) { return entry.first == lower; });
    return found == kShortWords.end() ? std::nullopt : std::optional(found->second);
}

/// A name without the part that names a split.
struct NameParts {
    std::string label;
    Split split = Split::None;
};

NameParts partsOf(const std::string& name) {
    NameParts parts;
    bool contradicts = false;
    for (std::size_t begin = 0; begin <= name.size();) {
        const std::size_t end = std::min(name.find_first_of("._- ", begin), name.size());
        const std::string_view word(name.data() + begin, end - begin);
        if (const auto split = splitWord(word)) {
            contradicts = contradicts || (parts.split != Split::None && parts.split != *split);
            parts.split = *split;
        } else {
            if (!parts.label.empty() && begin > 0) parts.label += name[begin - 1];
            parts.label += word;
        }
        begin = end + 1;
    }
    return contradicts ? NameParts{name, Split::None} : parts;
}

bool isPacking(const std::string& extension) { return extension == ".gz" || extension == ".xz"; }

bool isKnown(const std::string& extension) {
    const auto knows = [&](const ReaderEntry& reader) {
        const auto words = splitText(reader.extensions, ' ');
        return std::find(words.begin(), words.end(), std::string_view(extension).substr(1)) != words.end();
    };
    return extension.size() > 1 && std::any_of(readers().begin(), readers().end(), knows);
}

/// The name without packing and the extension of a known format.
std::string plainName(const std::string& path) {
    fs::path name = fs::path(path).filename();
    if (isPacking(lowerCase(name.extension().string()))) name = name.stem();
    return isKnown(lowerCase(name.extension().string())) ? name.stem().string() : name.string();
}

/// Drops the first (or last) dotted part of all labels while it is the same and leaves something of each.
void dropShared(std::vector<NamedFile>& files, bool first) {
    const auto cut = [&](const std::string& label) { return first ? label.find('.') : label.rfind('.'); };
    const auto part = [&](const std::string& label) { return first ? label.substr(0, cut(label)) : label.substr(cut(label) + 1); };
    const auto shared = [&](const NamedFile& file) {
        return cut(file.label) != std::string::npos && part(file.label) == part(files.front().label);
    };
    while (files.size() > 1 && std::all_of(files.begin(), files.end(), shared)) {
        for (NamedFile& file : files)
            file.label = first ? file.label.substr(cut(file.label) + 1) : file.label.substr(0, cut(file.label));
    }
}

NamedFile nameFile(const fs::path& path) {
    NameParts parts = partsOf(plainName(path.string()));
    if (parts.split == Split::None) parts.split = splitWord(folderName(path.string())).value_or(Split::None);
    return {path.string(), std::move(parts.label), {}, parts.split};
}

/// The names of the folders from `top` down to the file.
void nameByFolders(NamedFile& file, const fs::path& top) {
    const fs::path inside = fs::path(file.path).parent_path().lexically_relative(top.parent_path());
    for (const fs::path& folder : inside) {
        NameParts parts = partsOf(folder.string());
        if (parts.split != Split::None && file.split == Split::None) file.split = parts.split;
        if (!parts.label.empty()) file.folder = std::move(parts.label);
    }
}

bool isHidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

Result<void> addFolder(const fs::path& folder, std::vector<NamedFile>& files) {
    std::error_code failure;
    const fs::path top = (fs::absolute(folder, failure) / "").lexically_normal().parent_path();
    std::vector<fs::path> found;
    auto walk = fs::recursive_directory_iterator(top, failure);
    for (; !failure && walk != fs::recursive_directory_iterator(); walk.increment(failure)) {
        std::error_code ignored;
        if (isHidden(walk->path()) && walk->is_directory(ignored)) walk.disable_recursion_pending();
        if (!isHidden(walk->path()) && !walk->is_directory(ignored)) found.push_back(walk->path());
    }
    if (failure) {
        return fail(
            Error(ErrorCode::BadInput, {STRAND_TEXT("engine", "the folder cannot be read: %1"), failure.message()}).at(folder.string()));
    }
    if (found.empty()) {
        return fail(Error(ErrorCode::BadInput, {STRAND_TEXT("engine", "a folder without files")},
                          {STRAND_TEXT("engine", "expected files of sequences in it")})
                        .at(folder.string()));
    }
    std::sort(found.begin(), found.end());
    for (const fs::path& path : found)
        nameByFolders(files.emplace_back(nameFile(path)), top);
    return {};
}

}  // namespace

std::string fileStem(const std::string& path) {
    fs::path name = fs::path(path).filename();
    if (name.empty()) name = fs::path(path).parent_path().filename();
    if (isPacking(lowerCase(name.extension().string()))) name = name.stem();
    return name.stem().string();
}

std::string folderName(const std::string& path) {
    std::error_code ignored;
    return fs::absolute(path, ignored).lexically_normal().parent_path().filename().string();
}

Result<std::vector<NamedFile>> nameFiles(const std::vector<std::string>& paths) {
    std::vector<NamedFile> files;
    for (const std::string& path : paths) {
        std::error_code ignored;
        if (fs::is_directory(path, ignored)) {
            STRAND_TRY(addFolder(path, files));
        } else {
            files.push_back(nameFile(path));
        }
    }
    for (const bool first : {true, false})
        dropShared(files, first);
    return files;
}

}  // namespace strand
