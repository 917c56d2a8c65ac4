// SPDX-License-Identifier: Apache-2.0
// The sections of the report, in their order.
import type { Section } from "../section";

export const sections: Section[] = [];
