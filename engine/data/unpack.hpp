// The unpackers behind openBytes: zlib for gz, liblzma for xz.
#pragma once

#include "data/byte_stream.hpp"

namespace strand {

/// All members, CRC and length checked; anything but a member after a member is an error.
[[nodiscard]] std::unique_ptr<ByteStream> makeGzStream(InputFile file, const GrowthLimit& limit);
/// All streams, checks verified; at most 512 MiB of memory.
[[nodiscard]] std::unique_ptr<ByteStream> makeXzStream(InputFile file, const GrowthLimit& limit);

}  // namespace strand
