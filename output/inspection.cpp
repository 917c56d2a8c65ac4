// SPDX-License-Identifier: Apache-2.0
#include "output/inspection.hpp"

#include <fmt/core.h>
#include <hdf5_hl.h>

#include <algorithm>
#include <map>
#include <set>

namespace coopsim::h5 {
namespace {

constexpr std::size_t most_objects = 20'000, most_attributes = 200;
constexpr hsize_t most_attribute_bytes = 1 << 20;
constexpr hssize_t most_attribute_values = 10'000;  // numbers
constexpr hsize_t most_chunk_bytes = 1 << 20;       // of a chunk that is larger than its variable
constexpr hsize_t deflate_at_most = 1100;           // zlib cannot pack tighter than 1 to 1032

[[noreturn]] void refuse(std::string_view path, std::string_view why) {
  throw ResultError(ResultFault::bad_data, fmt::format("{}: {}", path, why));
}

template <class Returned>
Returned sound(Returned returned, std::string_view path) {
  if (returned < 0) refuse(path, "is damaged (" + last_error() + ")");
  return returned;
}

Kind kind_of_number(hid_t type, std::string_view path) {
  if (H5Tequal(type, H5T_IEEE_F64LE) > 0) return Kind::float64;
  if (H5Tequal(type, H5T_STD_I8LE) > 0) return Kind::int8;
  if (H5Tequal(type, H5T_STD_I32LE) > 0) return Kind::int32;
  if (H5Tequal(type, H5T_STD_I64LE) > 0) return Kind::int64;
  refuse(path, "has a type that results do not use");
}

// A string of fixed length, or of variable length where the file may hold one.
std::string attribute_text(hid_t attribute, hid_t type, const std::string& path) {
  const htri_t variable = sound(H5Tis_variable_str(type), path);
  if (variable > 0) refuse(path, "has a string of variable length where none is allowed");
  std::string text(H5Tget_size(type), '\0');
  const Handle memory(H5Tcopy(type), "copying a type", ResultFault::bad_data);
  sound(H5Aread(attribute, memory, text.data()), path);
  while (!text.empty() && text.back() == '\0') text.pop_back();
  return text;
}

Attribute read_attribute(hid_t object, hsize_t number, const std::string& path) {
  const Handle attribute(
      H5Aopen_by_idx(object, ".", H5_INDEX_NAME, H5_ITER_INC, number, H5P_DEFAULT, H5P_DEFAULT),
      "opening an attribute of " + path, ResultFault::bad_data);
  std::string name(std::size_t(sound(H5Aget_name(attribute, 0, nullptr), path)), '\0');
  if (name.size() > 255) refuse(path, "has an attribute with too long a name");
  sound(H5Aget_name(attribute, name.size() + 1, name.data()), path);
  const std::string place = path + " attribute " + name;
  if (name == "DIMENSION_LIST" || name == "REFERENCE_LIST") return {name, Kind::group, ""};
  const Handle type(H5Aget_type(attribute), "asking for a type", ResultFault::bad_data);
  const Handle space(H5Aget_space(attribute), "asking for a shape", ResultFault::bad_data);
  const auto values = sound(H5Sget_simple_extent_npoints(space), place);
  if (values < 1 || values > most_attribute_values) refuse(place, "has too many or no values");
  if (H5Tget_size(type) > most_attribute_bytes) refuse(place, "is too large");
  if (H5Tget_class(type) == H5T_STRING) {
    if (values != 1) refuse(place, "is not one text");
    return {name, Kind::text, attribute_text(attribute, type, place)};
  }
  const Kind kind = kind_of_number(type, place);
  std::string bytes(bytes_of(kind) * std::size_t(values), '\0');
  sound(H5Aread(attribute, type, bytes.data()), place);
  return {name, kind, bytes};
}

std::vector<Attribute> read_attributes(hid_t object, const std::string& path) {
  H5O_info_t info;
  sound(H5Oget_info2(object, &info, H5O_INFO_NUM_ATTRS), path);
  if (info.num_attrs > most_attributes) refuse(path, "has too many attributes");
  std::vector<Attribute> attributes;
  for (hsize_t i = 0; i < info.num_attrs; ++i) {
    Attribute attribute = read_attribute(object, i, path);
    if (attribute.kind != Kind::group) attributes.push_back(std::move(attribute));
  }
  std::ranges::sort(attributes, {}, &Attribute::name);
  return attributes;
}

std::vector<hsize_t> shape_of(hid_t dataset, const std::string& path) {
  const Handle space(H5Dget_space(dataset), "asking for a shape", ResultFault::bad_data);
  const H5S_class_t kind = H5Sget_simple_extent_type(space);
  if (kind == H5S_SCALAR) return {};
  if (kind != H5S_SIMPLE) refuse(path, "has no shape");
  const int rank = sound(H5Sget_simple_extent_ndims(space), path);
  if (rank > 8) refuse(path, "has too many axes");
  std::vector<hsize_t> shape(std::size_t(rank), 0);
  sound(H5Sget_simple_extent_dims(space, shape.data(), nullptr), path);
  return shape;
}

// Throws if the shape's product overflows or the file is too small to hold so much.
void check_room(const Object& object, hsize_t at_most) {
  hsize_t bytes = object.kind == Kind::text ? 16 : bytes_of(object.kind);  // 16: a heap reference
  for (const hsize_t length : object.shape)
    if (__builtin_mul_overflow(bytes, length, &bytes) || bytes > at_most)
      refuse(object.path, "declares more values than the file can hold");
}

void check_storage(hid_t dataset, const Object& object, hsize_t file_bytes) {
  const Handle creation(H5Dget_create_plist(dataset), "asking for storage", ResultFault::bad_data);
  const H5D_layout_t layout = H5Pget_layout(creation);
  if (layout != H5D_COMPACT && layout != H5D_CONTIGUOUS && layout != H5D_CHUNKED)
    refuse(object.path, "is stored in another file or in an unknown way");
  if (H5Pget_external_count(creation) != 0) refuse(object.path, "is stored in another file");
  check_room(object, layout == H5D_CHUNKED ? file_bytes * deflate_at_most : file_bytes);
  if (layout != H5D_CHUNKED) {
    if (object.kind != Kind::text && object.count() > 0 &&
        H5Dget_storage_size(dataset) != object.count() * bytes_of(object.kind))
      refuse(object.path, "was never written");
    return;
  }
  std::vector<hsize_t> chunk(object.shape.size(), 0);
  if (chunk.empty() || H5Pget_chunk(creation, int(chunk.size()), chunk.data()) < 0)
    refuse(object.path, "has no sound chunks");
  // A variable that grows may be shorter than its first chunk.
  hsize_t bytes = object.kind == Kind::text ? 16 : bytes_of(object.kind);
  bool larger = false;
  for (std::size_t i = 0; i < chunk.size(); ++i) {
    larger = larger || chunk[i] > object.shape[i];
    if (__builtin_mul_overflow(bytes, chunk[i], &bytes)) bytes = ~hsize_t{0};
  }
  if (larger && bytes > most_chunk_bytes) refuse(object.path, "has chunks larger than itself");
  const int filters = sound(H5Pget_nfilters(creation), object.path);
  for (int i = 0; i < filters; ++i) {
    unsigned flags = 0, config = 0;
    std::size_t values = 0;
    const H5Z_filter_t filter =
        H5Pget_filter2(creation, unsigned(i), &flags, &values, nullptr, 0, nullptr, &config);
    if (filter != H5Z_FILTER_SHUFFLE && filter != H5Z_FILTER_DEFLATE)
      refuse(object.path, "uses a filter other than shuffle and deflate");
  }
}

std::string scale_name(hid_t scale, const std::string& path) {
  char name[256] = {};
  sound(H5DSget_scale_name(scale, name, sizeof name), path);
  return name;
}

// The names of scales by the references to them: thousands of variables share a few dozen.
using ScaleNames = std::map<hobj_ref_t, std::string>;

// The references that an attribute DIMENSION_LIST has, one list for each axis.
class DimensionList {
 public:
  DimensionList(hid_t dataset, std::size_t axes, const std::string& path) : lists_(axes, hvl_t{}) {
    const Handle attribute(H5Aopen(dataset, "DIMENSION_LIST", H5P_DEFAULT), "asking for axes",
                           ResultFault::bad_data);
    space_ = Handle(H5Aget_space(attribute), "asking for axes", ResultFault::bad_data);
    if (H5Sget_simple_extent_npoints(space_) != hssize_t(axes)) refuse(path, "has no sound axes");
    const Handle stored(H5Aget_type(attribute), "asking for axes", ResultFault::bad_data);
    const Handle one(H5Tget_class(stored) == H5T_VLEN ? H5Tget_super(stored) : H5I_INVALID_HID,
                     "asking for axes", ResultFault::bad_data);
    if (H5Tequal(one, H5T_STD_REF_OBJ) <= 0) refuse(path, "has no sound axes");
    type_ = Handle(H5Tvlen_create(H5T_STD_REF_OBJ), "asking for axes");
    sound(H5Aread(attribute, type_, lists_.data()), path);
  }
  ~DimensionList() { H5Dvlen_reclaim(type_, space_, H5P_DEFAULT, lists_.data()); }
  DimensionList(const DimensionList&) = delete;
  DimensionList& operator=(const DimensionList&) = delete;

  // The first reference of an axis; nothing where it has none.
  const hobj_ref_t* first(std::size_t axis) const {
    return lists_[axis].len == 0 ? nullptr : static_cast<const hobj_ref_t*>(lists_[axis].p);
  }

 private:
  std::vector<hvl_t> lists_;
  Handle space_, type_;
};

// An axis without a scale has no name.
std::vector<std::string> axes_of(hid_t dataset, const Object& object, ScaleNames& names) {
  if (H5DSis_scale(dataset) > 0) return {};
  std::vector<std::string> axes(object.shape.size());
  if (axes.empty() || H5Aexists(dataset, "DIMENSION_LIST") <= 0) return axes;
  const DimensionList list(dataset, axes.size(), object.path);
  for (std::size_t axis = 0; axis < axes.size(); ++axis) {
    const hobj_ref_t* const reference = list.first(axis);
    if (!reference) continue;
    const auto [known, is_new] = names.try_emplace(*reference);
    if (is_new)
      known->second =
          scale_name(Handle(H5Rdereference2(dataset, H5P_DEFAULT, H5R_OBJECT, reference),
                            "following an axis of " + object.path, ResultFault::bad_data),
                     object.path);
    axes[axis] = known->second;
  }
  return axes;
}

Object look_at_dataset(hid_t dataset, const std::string& path, hsize_t file_bytes,
                       ScaleNames& scales) {
  Object object{path, Kind::group, shape_of(dataset, path), {}, {}};
  const Handle type(H5Dget_type(dataset), "asking for a type", ResultFault::bad_data);
  if (H5Tget_class(type) == H5T_STRING) {
    if (H5Tis_variable_str(type) <= 0) refuse(path, "has strings of fixed length");
    object.kind = Kind::text;
  } else {
    object.kind = kind_of_number(type, path);
  }
  check_storage(dataset, object, file_bytes);
  object.attributes = read_attributes(dataset, path);
  object.axes = axes_of(dataset, object, scales);
  return object;
}

struct Link {
  std::string name;
  H5L_type_t kind;
};

// By name. All in one pass: asking for one link by its number sorts all of them each time.
std::vector<Link> links_of(hid_t group, const std::string& path) {
  H5G_info_t info;
  sound(H5Gget_info(group, &info), path);
  if (info.nlinks > most_objects) refuse(path, "has too many members");
  std::vector<Link> links;
  const auto keep = [](hid_t, const char* name, const H5L_info_t* link, void* into) -> herr_t {
    static_cast<std::vector<Link>*>(into)->push_back({name, link->type});
    return 0;
  };
  sound(H5Literate(group, H5_INDEX_NAME, H5_ITER_INC, nullptr, keep, &links), path);
  for (const Link& link : links)
    if (link.name.size() > 255) refuse(path, "has a member with too long a name");
  return links;
}

struct Walk {
  hsize_t file_bytes;
  std::vector<Object> found;
  std::set<haddr_t> seen;
  ScaleNames scales;

  void look_at(hid_t parent, const std::string& name, const std::string& path, bool may_be_group) {
    const Handle object(H5Oopen(parent, name.c_str(), H5P_DEFAULT), "opening " + path,
                        ResultFault::bad_data);
    H5O_info_t info;
    sound(H5Oget_info2(object, &info, H5O_INFO_BASIC), path);
    if (!seen.insert(info.addr).second) refuse(path, "stands in two places");
    if (found.size() > most_objects) refuse(path, "one object too many");
    if (info.type == H5O_TYPE_DATASET) {
      found.push_back(look_at_dataset(object, path, file_bytes, scales));
    } else if (info.type == H5O_TYPE_GROUP && may_be_group) {
      found.push_back({path, Kind::group, {}, {}, read_attributes(object, path)});
      members(object, path);
    } else {
      refuse(path, "is no variable");
    }
  }

  void members(hid_t group, const std::string& path) {
    for (const auto& [name, kind] : links_of(group, path)) {
      const std::string member = path == "/" ? name : path + "/" + name;
      if (kind != H5L_TYPE_HARD) refuse(member, "is a link; results hold none");
      look_at(group, name, member, path == "/");
    }
  }
};

}  // namespace

std::vector<Object> inspect(hid_t file, std::uint64_t file_bytes) {
  Walk walk{file_bytes, {}, {}, {}};
  walk.look_at(file, "/", "/", true);
  std::ranges::sort(walk.found, {}, &Object::path);
  return std::move(walk.found);
}

Listed::Listed(const std::filesystem::path& path)
    : opened(open_to_read(path)), objects(inspect(opened.file, opened.bytes)) {}

}  // namespace coopsim::h5
