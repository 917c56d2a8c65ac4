// SPDX-License-Identifier: Apache-2.0
// Where a result comes from: root attributes, group `provenance`, the data dictionary, checksums,
// and group `execution`.
#pragma once
#include <string>
#include <vector>

#include "output/content.hpp"
#include "output/result_file.hpp"
#include "output/study_shape.hpp"

namespace coopsim {

struct FailedWorld {
  int replication;
  std::string world;  // policy, NONE or STOP
  std::string error;
};

struct RunRecord {
  std::vector<Fingerprint::Value> fingerprints;  // (replication, world), as delivered
  std::vector<FailedWorld> failures;
  Work work;
};

void write_root(hid_t file, const Scenario& scenario, const StudyShape& shape,
                const std::string& coopsim_version);
// The group itself, without checksums.
LabelledGroup write_provenance(hid_t file, const Scenario& scenario, const StudyShape& shape,
                               const RunRecord& record, FileIndex& index);
// How many replications were enough, in words and numbers.
void write_stopping(LabelledGroup& provenance, const StoppingFacts& facts);
// REQUIRES: every other variable of the file but checksums and execution is in `index`.
void write_dictionary(hid_t file, FileIndex& index);
// The last thing but `execution`: returns the content hash that it put on the root.
std::string write_checksums(hid_t file, LabelledGroup& provenance);
void write_execution(hid_t file, const ExecutionFacts& facts, const Work& work);

std::string run_fingerprint(const RunRecord& record);

}  // namespace coopsim
