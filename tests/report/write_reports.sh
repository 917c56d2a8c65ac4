#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Results and reports that the report's tests look at: one with draws, in Korean; one of two studies.
#
#   write_reports.sh COOPSIM FOLDER
set -euo pipefail
coopsim=$1 folder=$2
small=(scenarios/kjc_small.toml --set firms.count=100 --quiet --progress none --overwrite)
"$coopsim" run "${small[@]}" --replications 30 --set run.draws=12 -o "$folder/drawn.h5"
"$coopsim" run "${small[@]}" --replications 8 --set run.knowledge=ex_post -o "$folder/later.h5"
"$coopsim" report "$folder/drawn.h5" --lang ko --overwrite --quiet
"$coopsim" report "$folder/drawn.h5" "$folder/later.h5" -o "$folder/two.html" --overwrite --quiet
