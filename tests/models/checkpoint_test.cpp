#include "models/checkpoint.hpp"

#include "core/random.hpp"

#include <gtest/gtest.h>
#include <zlib.h>
#include <cstring>
#include <nlohmann/json.hpp>

namespace strand {
namespace {

TensorArchive sample() {
    torch::manual_seed(1);
    TensorArchive archive;
    archive.tensors = {{"a", torch::randn({3, 5})},
                       {"b.scalar", torch::tensor(2.5)},
                       {"c.empty", torch::empty({0, 7})},
                       {"d.flags", torch::tensor({true, false, true})},
                       {"e.half", torch::randn({2, 2}).to(torch::kHalf)},
                       {"f.long", torch::arange(9)},
                       {"g.view", torch::randn({4, 6}).t()},
                       {"h.double", torch::full({2}, std::numeric_limits<double>::quiet_NaN())},
                       {"i.bytes", torch::arange(5, torch::kByte)}};
    archive.texts = {{"empty", ""}, {"json", R"({"x": [1, 2]})"}, {"bytes", std::string("\0\xff\xfe", 3)}, {"umlaut", "Größe"}};
    return archive;
}

void expectEqual(const TensorArchive& a, const TensorArchive& b) {
    EXPECT_EQ(a.texts, b.texts);
    ASSERT_EQ(a.tensors.size(), b.tensors.size());
    for (const auto& [name, tensor] : a.tensors) {
        const torch::Tensor& other = b.tensors.at(name);
        ASSERT_EQ(tensor.sizes(), other.sizes()) << name;
        ASSERT_EQ(tensor.scalar_type(), other.scalar_type()) << name;
        const torch::Tensor x = tensor.contiguous(), y = other.contiguous();
        EXPECT_TRUE(x.numel() == 0 || std::memcmp(x.data_ptr(), y.data_ptr(), x.nbytes()) == 0) << name;
    }
}

/// The archive's bytes with another header, checksum made good.
std::vector<char> withHeader(const std::string& header, const std::vector<char>& data) {
    std::vector<char> bytes(8);
    std::memcpy(bytes.data(), "STRDCKP1", 8);
    const std::uint64_t size = header.size();
    bytes.resize(16);
    std::memcpy(bytes.data() + 8, &size, 8);
    bytes.insert(bytes.end(), header.begin(), header.end());
    bytes.resize((bytes.size() + 63) / 64 * 64);
    bytes.insert(bytes.end(), data.begin(), data.end());
    const auto crc = static_cast<std::uint32_t>(crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
    bytes.resize(bytes.size() + 4);
    std::memcpy(bytes.data() + bytes.size() - 4, &crc, 4);
    return bytes;
}

std::string errorOf(const std::vector<char>& bytes) {
    const auto archive = TensorArchive::fromBytes(bytes);
    EXPECT_FALSE(archive.has_value());
    if (archive) return {};
    EXPECT_EQ(archive.error().code, ErrorCode::Project);
    return archive.error().english();
}

TEST(TensorArchive, BringsEverythingBack) {
    const TensorArchive archive = sample();
    const auto back = TensorArchive::fromBytes(archive.toBytes());
    ASSERT_TRUE(back.has_value()) << back.error().english();
    expectEqual(archive, *back);
    const auto empty = TensorArchive::fromBytes(TensorArchive{}.toBytes());
    ASSERT_TRUE(empty.has_value());
    EXPECT_TRUE(empty->tensors.empty());
}

TEST(TensorArchive, TheSameContentGivesTheSameBytes) { EXPECT_EQ(sample().toBytes(), sample().toBytes()); }

TEST(TensorArchive, EveryTruncationIsRefused) {
    const std::vector<char> bytes = sample().toBytes();
    for (std::size_t size = 0; size < bytes.size(); ++size)
        errorOf({bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size)});
}

TEST(TensorArchive, EveryFlippedBitIsRefused) {
    const std::vector<char> bytes = sample().toBytes();
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        std::vector<char> damaged = bytes;
        damaged[at] = static_cast<char>(damaged[at] ^ (1 << at % 8));
        errorOf(damaged);
    }
}

TEST(TensorArchive, HeadersThatLieAreRefusedByName) {
    const std::vector<char> data(64, 1);
    const auto tensor = [](const std::string& fields) { return R"({"tensors":{"weight":{)" + fields + R"(}},"texts":{}})"; };
    const std::string lies[] = {
        tensor(R"("dtype":"f32","shape":[4294967296,4294967296,4],"offset":0)"),
        tensor(R"("dtype":"f32","shape":[4611686018427387904,4],"offset":0)"),
        tensor(R"("dtype":"f32","shape":[17],"offset":0)"),
        tensor(R"("dtype":"f32","shape":[-1],"offset":0)"),
        tensor(R"("dtype":"f32","shape":[1.5],"offset":0)"),
        tensor(R"("dtype":"f32","shape":[16],"offset":64)"),
        tensor(R"("dtype":"f32","shape":[16],"offset":18446744073709551615)"),
        tensor(R"("dtype":"f32","shape":"16","offset":0)"),
        tensor(R"("dtype":"f99","shape":[16],"offset":0)"),
        tensor(R"("dtype":7,"shape":[16],"offset":0)"),
        tensor(R"("shape":[16],"offset":0)"),
        tensor(R"("dtype":"f32","offset":0)"),
        tensor(R"("dtype":"f32","shape":[0,18446744073709551615],"offset":0)"),
    };
    for (const std::string& lie : lies)
        EXPECT_NE(errorOf(withHeader(lie, data)).find("weight"), std::string::npos) << lie;
    for (const char* lie :
         {"", "[]", "null", "{}", R"({"tensors":[],"texts":{}})", R"({"tensors":{},"texts":{"note":{"offset":0,"bytes":65}}})",
          R"({"tensors":{},"texts":{"note":{"offset":-1,"bytes":1}}})", R"({"tensors":{},"texts":{"note":3}})",
          R"({"tensors":{},"texts":{}})"})
        EXPECT_FALSE(errorOf(withHeader(lie, data)).empty()) << lie;
    EXPECT_TRUE(TensorArchive::fromBytes(withHeader(tensor(R"("dtype":"f32","shape":[16],"offset":0)"), data)).has_value());
    EXPECT_NE(errorOf(withHeader(tensor(R"("dtype":"bool","shape":[64],"offset":0)"), std::vector<char>(64, 3))).find("weight"),
              std::string::npos);
}

TEST(TensorArchive, OverlapAndHolesAreRefused) {
    const std::vector<char> data(128, 0);
    const auto two = [](int first, int second) {
        return R"({"tensors":{"a":{"dtype":"u8","shape":[64],"offset":)" + std::to_string(first) +
               R"(},"b":{"dtype":"u8","shape":[64],"offset":)" + std::to_string(second) + R"(}},"texts":{}})";
    };
    EXPECT_TRUE(TensorArchive::fromBytes(withHeader(two(0, 64), data)).has_value());
    errorOf(withHeader(two(0, 0), data));
    errorOf(withHeader(two(64, 0), data));
    errorOf(withHeader(two(0, 128), data));
}

TEST(TensorArchive, RandomHeadersNeverCrash) {
    const std::vector<char> good = sample().toBytes();
    std::uint64_t headerSize = 0;
    std::memcpy(&headerSize, good.data() + 8, 8);
    const std::string header(good.data() + 16, headerSize);
    const std::vector<char> data(good.begin() + static_cast<std::ptrdiff_t>((16 + headerSize + 63) / 64 * 64), good.end() - 4);
    Random random(1);
    int accepted = 0;
    for (int round = 0; round < 3000; ++round) {
        std::string mutated = header;
        for (std::uint32_t change = 0; change <= random.below(4); ++change) {
            const std::size_t at = random.below(static_cast<std::uint32_t>(mutated.size()));
            constexpr char kLetters[] = "0123456789{}[]\",:-eE.tfn \xff";
            switch (random.below(3)) {
                case 0: mutated[at] = kLetters[random.below(sizeof kLetters - 1)]; break;
                case 1: mutated.erase(at, 1 + random.below(8)); break;
                default: mutated.insert(at, 1, kLetters[random.below(sizeof kLetters - 1)]);
            }
            if (mutated.empty()) mutated = "{";
        }
        accepted += TensorArchive::fromBytes(withHeader(mutated, data)).has_value() ? 1 : 0;
    }
    EXPECT_LT(accepted, 1500);
}

class Toy : public Module {
public:
    explicit Toy(std::int64_t n) {
        weight = registerParameter("weight", torch::randn({n, 2}));
        count = registerBuffer("count", torch::zeros({}, torch::kLong));
    }
    torch::Tensor weight, count;
};

TEST(StoreModule, IsACopyAndLoadsBack) {
    Toy toy(3), other(3);
    TensorArchive archive;
    storeModule(toy, archive, "model.");
    const torch::Tensor kept = toy.weight.detach().clone();
    {
        const torch::NoGradGuard frozen;
        toy.weight.zero_();
    }
    EXPECT_TRUE(torch::equal(archive.tensors.at("model.weight"), kept));
    EXPECT_TRUE(archive.tensors.contains("model.count"));
    ASSERT_TRUE(loadModule(other, archive, "model.").has_value());
    EXPECT_TRUE(torch::equal(other.weight, kept));
    EXPECT_TRUE(other.weight.requires_grad());
}

TEST(LoadModule, NamesEverythingThatDoesNotFitAndChangesNothing) {
    Toy toy(3);
    const torch::Tensor before = toy.weight.detach().clone();
    TensorArchive archive;
    archive.tensors = {{"model.weight", torch::zeros({4, 2})}, {"model.extra", torch::zeros({1})}, {"other.thing", torch::zeros({1})}};
    const auto result = loadModule(toy, archive, "model.");
    ASSERT_FALSE(result.has_value());
    const std::string text = result.error().english();
    EXPECT_EQ(result.error().code, ErrorCode::Project);
    for (const char* part : {"weight", "[4, 2]", "[3, 2]", "count is missing", "extra"})
        EXPECT_NE(text.find(part), std::string::npos) << part << " in " << text;
    EXPECT_EQ(text.find("other.thing"), std::string::npos);
    EXPECT_TRUE(torch::equal(toy.weight, before));
}

}  // namespace
}  // namespace strand
