// SPDX-License-Identifier: Apache-2.0
#include "output/packing.hpp"

#include <zlib.h>

#include <algorithm>
#include <stdexcept>

#include "sim/executor.hpp"

namespace coopsim::h5 {
namespace {

// First bytes of all values, then second bytes, and so on: equal exponents lie side by side.
std::vector<std::byte> shuffled(std::span<const double> values) {
  const auto bytes = std::as_bytes(values);
  std::vector<std::byte> planes(bytes.size());
  for (std::size_t i = 0; i < values.size(); ++i)
    for (std::size_t plane = 0; plane < sizeof(double); ++plane)
      planes[plane * values.size() + i] = bytes[i * sizeof(double) + plane];
  return planes;
}

}  // namespace

std::vector<hsize_t> chunk_for(std::vector<hsize_t> shape) {
  std::size_t bytes = sizeof(double);
  for (const hsize_t length : shape) bytes *= length;
  if (bytes <= unpacked_at_most) return {};
  const std::size_t bytes_of_one = bytes / shape[1];
  shape[1] = std::clamp<hsize_t>(chunk_bytes_at_most / bytes_of_one, 1, shape[1]);
  return shape;
}

std::vector<std::byte> packed(std::span<const double> values) {
  const std::vector<std::byte> planes = shuffled(values);
  uLongf size = ::compressBound(uLong(planes.size()));
  std::vector<std::byte> bytes(size);
  const int outcome = ::compress2(reinterpret_cast<Bytef*>(bytes.data()), &size,
                                  reinterpret_cast<const Bytef*>(planes.data()),
                                  uLong(planes.size()), Z_BEST_SPEED);
  if (outcome != Z_OK) throw std::runtime_error("zlib could not compress a chunk");
  bytes.resize(size);
  return bytes;
}

void write_packed(std::span<const ChunkToWrite> chunks, int threads) {
  std::vector<std::vector<std::byte>> ready(chunks.size());
  const auto pack = [&](std::size_t i) {
    std::vector<double> values(chunks[i].values);
    chunks[i].fill(values);
    ready[i] = packed(values);
  };
  const auto write = [&](std::size_t i) {
    check(H5Dwrite_chunk(chunks[i].dataset, H5P_DEFAULT, 0, chunks[i].start.data(), ready[i].size(),
                         ready[i].data()),
          "writing a packed part of a variable");
    ready[i] = {};
  };
  Executor(threads).pipeline(chunks.size(), pack, write, nullptr);
}

}  // namespace coopsim::h5
