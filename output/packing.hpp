// SPDX-License-Identifier: Apache-2.0
// Compression as HDF5's filters shuffle and deflate 1 do it, but outside HDF5, which works on one
// chunk at a time behind one lock.
#pragma once
#include <cstddef>
#include <functional>
#include <span>
#include <vector>

#include "output/h5_handle.hpp"

namespace coopsim::h5 {

inline constexpr std::size_t unpacked_at_most = 64 << 10;      // bytes of a variable
inline constexpr std::size_t chunk_bytes_at_most = 256 << 10;  // where the second axis allows

// Chunks for a variable of doubles, cut along its second axis; none if it is to stay unpacked.
std::vector<hsize_t> chunk_for(std::vector<hsize_t> shape);

// The bytes that a dataset with both filters stores for a chunk of these values.
std::vector<std::byte> packed(std::span<const double> values);

struct ChunkToWrite {
  hid_t dataset;
  std::vector<hsize_t> start;  // of the chunk
  std::size_t values;          // in a whole chunk
  std::function<void(std::span<double>)> fill;
};
// Fills and packs on `threads` threads (0: as many as the machine has), writes from one at a time.
void write_packed(std::span<const ChunkToWrite> chunks, int threads);

}  // namespace coopsim::h5
