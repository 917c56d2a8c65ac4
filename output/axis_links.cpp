// SPDX-License-Identifier: Apache-2.0
#include "output/axis_links.hpp"

#include <cstddef>

namespace coopsim {
namespace {

using h5::check;
using h5::Handle;

hobj_ref_t reference_to(hid_t object) {
  hobj_ref_t reference = 0;
  check(H5Rcreate(&reference, object, ".", H5R_OBJECT, -1), "referring to a variable");
  return reference;
}

void write_list(hid_t object, const char* name, hid_t type, hsize_t count, const void* values) {
  const Handle space(H5Screate_simple(1, &count, nullptr), "making a row");
  const Handle attribute(H5Acreate2(object, name, type, space, H5P_DEFAULT, H5P_DEFAULT),
                         "linking axes");
  check(H5Awrite(attribute, type, values), "linking axes");
}

}  // namespace

void AxisLinks::attach(hid_t variable, std::span<const hid_t> scales) {
  if (scales.empty()) return;
  std::vector<hobj_ref_t> references;
  for (const hid_t scale : scales) {
    references.push_back(reference_to(scale));
    uses_[references.back()].push_back(
        {reference_to(variable), std::uint32_t(references.size() - 1)});
  }
  std::vector<hvl_t> lists;  // one scale a dimension
  for (hobj_ref_t& reference : references) lists.push_back({1, &reference});
  const Handle type(H5Tvlen_create(H5T_STD_REF_OBJ), "making a type of lists");
  write_list(variable, "DIMENSION_LIST", type, lists.size(), lists.data());
}

void AxisLinks::close(hid_t file) {
  const Handle type(H5Tcreate(H5T_COMPOUND, sizeof(Use)), "making a type of uses");
  check(H5Tinsert(type, "dataset", offsetof(Use, variable), H5T_STD_REF_OBJ), "making a type");
  check(H5Tinsert(type, "dimension", offsetof(Use, dimension), H5T_NATIVE_UINT32), "making a type");
  for (const auto& [scale, uses] : uses_) {
    const Handle object(H5Rdereference2(file, H5P_DEFAULT, H5R_OBJECT, &scale), "opening an axis");
    write_list(object, "REFERENCE_LIST", type, uses.size(), uses.data());
  }
  uses_.clear();
}

}  // namespace coopsim
