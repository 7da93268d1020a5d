export interface ScoreCells {
  /** Per category the number observed. */
  readonly observed: readonly number[];
  readonly expected: readonly number[];
}

/** Neighbouring categories added up until each expects enough: from the lowest up, what is left joins the last. */
function withinScore({ observed, expected }: ScoreCells, least: number): ScoreCells {
  const cells: { o: number; e: number }[] = [];
  let open = { o: 0, e: 0 };
  expected.forEach((e, c) => {
    open = { o: open.o + (observed[c] ?? 0), e: open.e + e };
    if (open.e < least) return;
    cells.push(open);
    open = { o: 0, e: 0 };
  });
  const last = cells.pop() ?? { o: 0, e: 0 };
  cells.push({ o: last.o + open.o, e: last.e + open.e });
  return { observed: cells.map(({ o }) => o), expected: cells.map(({ e }) => e) };
}

const sum = (a: ScoreCells, b: ScoreCells): ScoreCells => ({
  observed: a.observed.map((value, c) => value + (b.observed[c] ?? 0)),
  expected: a.expected.map((value, c) => value + (b.expected[c] ?? 0)),
});

/**
 * A table of sum scores by categories, collapsed until every cell expects at least `least`.
 *
 * Sum scores at which some category is impossible join the nearest at which all are possible (Kang & Chen 2008); then,
 * within each sum score, neighbouring categories are added up from the lowest. The papers ask for the least expected
 * number and leave open which neighbours join: this order is a choice, programs differ in it.
 *
 * @param rows one a sum score between the lowest and the highest, ascending; expected NaN where impossible.
 * @param least smallest expected number of a cell.
 * @returns rows of different lengths.
 * @remarks Missing data: none. Scores that expect fewer than `least` altogether join the next.
 * @throws never.
 * @see Orlando, M., Thissen, D. (2000). https://doi.org/10.1177/01466216000241003, p. 54; Kang, T., Chen, T. T. (2008).
 *   https://doi.org/10.1111/j.1745-3984.2008.00071.x.
 */
export function collapseCells(rows: readonly ScoreCells[], least: number): ScoreCells[] {
  const isPossible = ({ expected }: ScoreCells) => !expected.some(Number.isNaN);
  const known = ({ observed, expected }: ScoreCells): ScoreCells => ({
    observed,
    expected: expected.map((value) => (Number.isNaN(value) ? 0 : value)),
  });
  const first = rows.findIndex(isPossible);
  const last = rows.findLastIndex(isPossible);
  if (first < 0) return [];
  const pooled = rows.slice(first, last + 1).map(known);
  const pool = (at: number, more: readonly ScoreCells[]) => {
    const own = pooled[at];
    if (own) pooled[at] = more.map(known).reduce(sum, own);
  };
  pool(0, rows.slice(0, first));
  pool(last - first, rows.slice(last + 1));
  const total = ({ expected }: ScoreCells) => expected.reduce((all, value) => all + value, 0);
  const wide: ScoreCells[] = [];
  let open: ScoreCells | undefined;
  for (const row of pooled) {
    open = open ? sum(open, row) : row;
    if (total(open) < least) continue;
    wide.push(open);
    open = undefined;
  }
  const end = wide.pop();
  if (end) wide.push(open ? sum(end, open) : end);
  return wide.map((row) => withinScore(row, least));
}
