#include "models/checkpoint.hpp"

#include <nlohmann/json.hpp>

#include <zlib.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>
#include <optional>
#include <span>

static_assert(std::endian::native == std::endian::little, "archives hold little-endian numbers");

namespace strand {

namespace {

// Layout: magic, length of the header (8 bytes), header (JSON), zeros up to a multiple of 64, data, CRC-32 of all before it (4 bytes).
// Header: {"tensors": {name: {"dtype", "shape", "offset"}}, "texts": {name: {"offset", "bytes"}}}; offsets count from the beginning of
// the data, in the order of the names, tensors first, each at the next multiple of 64: no hole, no overlap, nothing left over.
constexpr char kMagic[] = "STRDCKP1";
constexpr std::uint64_t kMagicBytes = sizeof kMagic - 1, kPrefixBytes = kMagicBytes + 8, kAlign = 64, kCrcBytes = 4;
constexpr std::uint64_t kMaxHeader = 64U << 20U;
constexpr std::size_t kMaxDims = 16;

using nlohmann::json;
using Bytes = std::span<const char>;

struct NamedType {
    const char* name;
    torch::ScalarType type;
};
constexpr NamedType kTypes[] = {{"f32", torch::kFloat}, {"f64", torch::kDouble}, {"f16", torch::kHalf},  {"bf16", torch::kBFloat16},
                                {"i64", torch::kLong},  {"i32", torch::kInt},    {"i16", torch::kShort}, {"i8", torch::kChar},
                                {"u8", torch::kByte},   {"bool", torch::kBool}};

const char* typeName(torch::ScalarType type) {
    for (const NamedType& known : kTypes) {
        if (known.type == type) return known.name;
    }
    throw std::logic_error("an archive cannot hold tensors of this type");
}

constexpr std::uint64_t aligned(std::uint64_t n) { return (n + kAlign - 1) / kAlign * kAlign; }

std::uint32_t crcOf(Bytes bytes) {
    return static_cast<std::uint32_t>(::crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
}

tl::unexpected<Error> broken(Message found, const std::string& record = {}) {
    Error error(ErrorCode::Project, std::move(found), {STRAND_TEXT("engine", "expected a checkpoint written by this program")});
    error.record = record;
    return fail(std::move(error));
}

/// An unsigned whole number of the header; none where it is something else.
std::optional<std::uint64_t> wholeNumber(const json& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end() || !found->is_number_unsigned()) return std::nullopt;
    return found->get<std::uint64_t>();
}

/// Takes the next piece of the data, which has to lie exactly where the one before ended.
class DataReader {
public:
    explicit DataReader(Bytes data) : m_data(data) {}
    [[nodiscard]] std::optional<Bytes> take(std::uint64_t offset, std::uint64_t bytes) {
        if (offset != m_next || offset > m_data.size() || bytes > m_data.size() - offset) return std::nullopt;
        m_next = aligned(offset + bytes);
        m_end = offset + bytes;
        return m_data.subspan(offset, bytes);
    }
    [[nodiscard]] bool atEnd() const { return m_end == m_data.size(); }

private:
    Bytes m_data;
    std::uint64_t m_next = 0, m_end = 0;
};

struct Shape {
    std::vector<std::int64_t> sizes;
    std::uint64_t elements = 1;
};

/// None where a size is no whole number or the product leaves 2^62.
std::optional<Shape> shapeOf(const json& object) {
    const auto found = object.find("shape");
    if (found == object.end() || !found->is_array() || found->size() > kMaxDims) return std::nullopt;
    Shape shape;
    bool empty = false;
    constexpr std::uint64_t limit = std::uint64_t{1} << 62U;
    for (const json& item : *found) {
        if (!item.is_number_unsigned()) return std::nullopt;
        const auto size = item.get<std::uint64_t>();
        if (size >= limit || (size != 0 && shape.elements > limit / size)) return std::nullopt;
        if (size == 0) {
            empty = true;
        } else {
            shape.elements *= size;
        }
        shape.sizes.push_back(static_cast<std::int64_t>(size));
    }
    if (empty) shape.elements = 0;
    return shape;
}

Result<torch::Tensor> readTensor(const std::string& name, const json& entry, DataReader& reader) {
    if (!entry.is_object()) return broken({STRAND_TEXT("engine", "the checkpoint does not describe tensor %1"), name}, name);
    const std::string typeText = entry.value("dtype", json()).is_string() ? entry["dtype"].get<std::string>() : std::string();
    const auto type = std::find_if(std::begin(kTypes), std::end(kTypes), [&](const NamedType& known) { return typeText == known.name; });
    if (type == std::end(kTypes))
        return broken({STRAND_TEXT("engine", "tensor %1 of the checkpoint has the unknown type \"%2\""), name, typeText}, name);
    const auto shape = shapeOf(entry);
    const auto offset = wholeNumber(entry, "offset");
    if (!shape || !offset)
        return broken({STRAND_TEXT("engine", "tensor %1 of the checkpoint has an impossible shape or place"), name}, name);
    const std::uint64_t itemBytes = torch::elementSize(type->type);
    if (shape->elements > std::numeric_limits<std::int64_t>::max() / itemBytes) {
        return broken({STRAND_TEXT("engine", "tensor %1 of the checkpoint has an impossible shape or place"), name}, name);
    }
    const auto bytes = reader.take(*offset, shape->elements * itemBytes);
    if (!bytes) return broken({STRAND_TEXT("engine", "the data of tensor %1 lies outside the checkpoint"), name}, name);
    const bool badFlag = type->type == torch::kBool && std::any_of(bytes->begin(), bytes->end(), [](char c) { return c != 0 && c != 1; });
    if (badFlag)
        return broken({STRAND_TEXT("engine", "tensor %1 of the checkpoint holds values that are neither true nor false"), name}, name);
    torch::Tensor tensor = torch::empty(shape->sizes, type->type);
    if (!bytes->empty()) std::memcpy(tensor.data_ptr(), bytes->data(), bytes->size());
    return tensor;
}

Result<std::string> readText(const std::string& name, const json& entry, DataReader& reader) {
    const auto offset = entry.is_object() ? wholeNumber(entry, "offset") : std::nullopt,
               size = entry.is_object() ? wholeNumber(entry, "bytes") : std::nullopt;
    if (!offset || !size) return broken({STRAND_TEXT("engine", "the checkpoint does not say where text %1 lies"), name}, name);
    const auto bytes = reader.take(*offset, *size);
    if (!bytes) return broken({STRAND_TEXT("engine", "text %1 lies outside the checkpoint"), name}, name);
    return std::string(bytes->begin(), bytes->end());
}

/// The checked header, and what follows it up to the CRC.
struct Opened {
    json header;
    Bytes data;
};

Result<Opened> openArchive(Bytes bytes) {
    if (bytes.size() < kPrefixBytes + kCrcBytes || std::memcmp(bytes.data(), kMagic, kMagicBytes) != 0) {
        return broken({STRAND_TEXT("engine", "this is no checkpoint, or only the beginning of one (%1 bytes)"), bytes.size()});
    }
    std::uint32_t crc = 0;
    const Bytes body = bytes.first(bytes.size() - kCrcBytes);
    std::memcpy(&crc, bytes.data() + body.size(), kCrcBytes);
    if (crc != crcOf(body)) return broken({STRAND_TEXT("engine", "the checkpoint is damaged: its checksum does not fit its content")});
    std::uint64_t headerBytes = 0;
    std::memcpy(&headerBytes, bytes.data() + kMagicBytes, sizeof headerBytes);
    if (headerBytes > kMaxHeader || headerBytes > body.size() - kPrefixBytes || aligned(kPrefixBytes + headerBytes) > body.size()) {
        return broken({STRAND_TEXT("engine", "the header of the checkpoint does not fit into it")});
    }
    const Bytes text = body.subspan(kPrefixBytes, headerBytes);
    json header = json::parse(text.begin(), text.end(), nullptr, false);
    const auto isObject = [&](const char* key) { return header.is_object() && header.contains(key) && header[key].is_object(); };
    if (!isObject("tensors") || !isObject("texts")) return broken({STRAND_TEXT("engine", "the header of the checkpoint cannot be read")});
    return Opened{std::move(header), body.subspan(aligned(kPrefixBytes + headerBytes))};
}

void append(std::vector<char>& out, const void* from, std::size_t bytes) {
    const char* begin = static_cast<const char*>(from);
    out.insert(out.end(), begin, begin + bytes);
}
/// Zeros up to the next multiple of kAlign.
void appendPadding(std::vector<char>& out) { out.resize(aligned(out.size())); }

/// Everything a module keeps, by name.
std::map<std::string, torch::Tensor> contents(const Module& module) {
    std::map<std::string, torch::Tensor> all;
    for (const auto& item : module.namedParameters())
        all.emplace(item.key(), item.value());
    for (const auto& item : module.namedBuffers())
        all.emplace(item.key(), item.value());
    return all;
}

std::string shapeText(const torch::Tensor& tensor) {
    return fmt::format("[{}]", fmt::join(tensor.sizes().begin(), tensor.sizes().end(), ", "));
}

}  // namespace

std::vector<char> TensorArchive::toBytes() const {
    json header = {{"tensors", json::object()}, {"texts", json::object()}};
    std::map<std::string, torch::Tensor> plain;
    std::uint64_t offset = 0, end = 0;
    const auto place = [&](std::uint64_t bytes) {
        const std::uint64_t at = offset;
        end = at + bytes;
        offset = aligned(end);
        return at;
    };
    for (const auto& [name, tensor] : tensors) {
        const torch::Tensor& kept = plain.emplace(name, tensor.detach().cpu().contiguous()).first->second;
        header["tensors"][name] = {
            {"dtype", typeName(kept.scalar_type())}, {"shape", kept.sizes().vec()}, {"offset", place(kept.nbytes())}};
    }
    for (const auto& [name, text] : texts)
        header["texts"][name] = {{"offset", place(text.size())}, {"bytes", text.size()}};

    const std::string headerText = header.dump();
    const std::uint64_t headerBytes = headerText.size();
    std::vector<char> out;
    out.reserve(aligned(kPrefixBytes + headerBytes) + end + kCrcBytes);
    append(out, kMagic, kMagicBytes);
    append(out, &headerBytes, sizeof headerBytes);
    append(out, headerText.data(), headerText.size());
    appendPadding(out);
    const std::size_t dataBegin = out.size();
    for (const auto& [name, tensor] : plain) {
        appendPadding(out);
        append(out, tensor.data_ptr(), tensor.nbytes());
    }
    for (const auto& [name, text] : texts) {
        appendPadding(out);
        append(out, text.data(), text.size());
    }
    out.resize(dataBegin + end);
    const std::uint32_t crc = crcOf(out);
    append(out, &crc, sizeof crc);
    return out;
}

Result<TensorArchive> TensorArchive::fromBytes(const std::vector<char>& bytes) {
    STRAND_ASSIGN(const Opened opened, openArchive(bytes));
    DataReader reader(opened.data);
    TensorArchive archive;
    for (const auto& [name, entry] : opened.header["tensors"].items()) {
        STRAND_ASSIGN(torch::Tensor tensor, readTensor(name, entry, reader));
        archive.tensors.emplace(name, std::move(tensor));
    }
    for (const auto& [name, entry] : opened.header["texts"].items()) {
        STRAND_ASSIGN(std::string text, readText(name, entry, reader));
        archive.texts.emplace(name, std::move(text));
    }
    if (!reader.atEnd()) return broken({STRAND_TEXT("engine", "the checkpoint holds more data than its header names")});
    return archive;
}

void storeModule(const Module& module, TensorArchive& archive, const std::string& prefix) {
    for (const auto& [name, tensor] : contents(module)) {
        // A copy: training goes on in the original.
        archive.tensors.insert_or_assign(prefix + name, tensor.detach().to(torch::kCPU, tensor.scalar_type(), false, true).contiguous());
    }
}

Result<void> loadModule(Module& module, const TensorArchive& archive, const std::string& prefix) {
    std::vector<std::string> problems;
    const auto wanted = contents(module);
    for (const auto& [name, tensor] : wanted) {
        const auto found = archive.tensors.find(prefix + name);
        if (found == archive.tensors.end()) {
            problems.push_back(fmt::format("{} is missing", name));
        } else if (found->second.sizes() != tensor.sizes() || found->second.scalar_type() != tensor.scalar_type()) {
            problems.push_back(fmt::format("{} is {} {} instead of {} {}", name, typeName(found->second.scalar_type()),
                                           shapeText(found->second), typeName(tensor.scalar_type()), shapeText(tensor)));
        }
    }
    for (auto item = archive.tensors.lower_bound(prefix); item != archive.tensors.end() && item->first.starts_with(prefix); ++item) {
        const std::string name = item->first.substr(prefix.size());
        if (!wanted.contains(name)) problems.push_back(fmt::format("{} is unknown to this model", name));
    }
    if (!problems.empty()) {
        return fail(ErrorCode::Project,
                    {STRAND_TEXT("engine", "the weights do not fit the model: %1"), fmt::format("{}", fmt::join(problems, "; "))},
                    {STRAND_TEXT("engine", "expected the weights of a model with the same settings")});
    }
    const torch::NoGradGuard frozen;
    for (auto [name, tensor] : wanted)
        tensor.copy_(archive.tensors.at(prefix + name));
    return {};
}

}  // namespace strand
