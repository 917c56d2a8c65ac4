// SPDX-License-Identifier: Apache-2.0
// Widths of the three columns at the foot of the first page: what decides, how sure, before you quote.
export const thirds = [1.2, 1, 1.1];
