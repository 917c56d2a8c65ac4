// SPDX-License-Identifier: Apache-2.0
// Which axes the variables of a file have, as HDF5's dimension scales tell it (HDF5 Dimension Scale
// Specification): each variable lists its scales, each scale the variables that have it.
//
// HDF5's own H5DSattach_scale writes a scale's list anew for every further variable, which for some
// hundred variables an axis takes longer than their values. Here it is written once, at the end.
#pragma once
#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "output/h5_handle.hpp"

namespace coopsim {

class AxisLinks {
 public:
  // REQUIRES: one scale a dimension of the variable, all of one file, attached once.
  void attach(hid_t variable, std::span<const hid_t> scales);
  // After the last variable of the file. Both throw ResultError(io).
  void close(hid_t file);

 private:
  struct Use {
    hobj_ref_t variable;
    std::uint32_t dimension;
  };
  std::map<hobj_ref_t, std::vector<Use>> uses_;  // of each scale
};

}  // namespace coopsim
