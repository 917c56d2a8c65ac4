// SPDX-License-Identifier: Apache-2.0
// The sections of the report, in their order: of studies, and of a sweep.
import type { ReportData } from "../data";
import type { Section } from "../section";
import { assumptionList } from "./assumption_list";
import { ifWrong } from "./if_wrong";
import { money } from "./money";
import { onePage } from "./one_page";
import { overTime } from "./over_time";
import { past } from "./past";
import { queue } from "./queue";
import { sweepChoices } from "./sweep_choices";
import { sweepFactors } from "./sweep_factors";
import { sweepList } from "./sweep_list";
import { sweepMoves } from "./sweep_moves";
import { twoStudies } from "./two_studies";
import { whoGains } from "./who_gains";

export const sections: Section[] = [onePage, overTime, money, queue, whoGains, ifWrong, past, assumptionList, twoStudies];
const ofSweep: Section[] = [sweepChoices, sweepFactors, sweepMoves, sweepList];

export const sectionsOf = (data: ReportData): Section[] => (data.sweep ? ofSweep : sections);
