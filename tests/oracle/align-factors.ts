import { isNamedMatrix, isRecord, type NamedMatrix, type Tree } from './tree.ts';

/** Where each expected factor stands among the computed ones, and with which sign. */
export interface Alignment {
  order: number[];
  signs: number[];
}

type Values = readonly (readonly (number | null)[])[];

function congruence(expected: Values, actual: Values, m: number, n: number): number {
  let [cross, left, right] = [0, 0, 0];
  expected.forEach((row, i) => {
    const [x, y] = [row[m] ?? 0, actual[i]?.[n] ?? 0];
    cross += x * y;
    left += x * x;
    right += y * y;
  });
  return cross / Math.sqrt(left * right);
}

/** Pairs expected and computed factors by Tucker's congruence, the closest pair first. */
export function findAlignment(expected: Values, actual: Values): Alignment {
  const q = expected[0]?.length ?? 0;
  const pairs = Array.from({ length: q * q }, (_, cell) => {
    const [m, n] = [Math.floor(cell / q), cell % q];
    return { m, n, value: congruence(expected, actual, m, n) };
  }).sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  const order = Array.from({ length: q }, () => -1);
  const signs = Array.from({ length: q }, () => 1);
  const taken = new Set<number>();
  for (const { m, n, value } of pairs) {
    if (order[m] !== -1 || taken.has(n)) continue;
    order[m] = n;
    signs[m] = value < 0 ? -1 : 1;
    taken.add(n);
  }
  return { order, signs };
}

/** Columns in the order and with the signs of what is expected. */
export function alignColumns(values: Values, { order, signs }: Alignment): number[][] {
  return values.map((row) => order.map((n, m) => (signs[m] ?? NaN) * (row[n] ?? NaN)));
}

/** Rows and columns both: factor correlations. */
export function alignBoth(values: Values, alignment: Alignment): number[][] {
  const { order, signs } = alignment;
  const rows = order.map((n) => values[n] ?? []);
  return alignColumns(rows, alignment).map((row, m) => row.map((value) => value * (signs[m] ?? 1)));
}

function valuesOf(tree: unknown): Values | undefined {
  if (isRecord(tree) && Array.isArray(tree['values'])) return tree['values'] as Values;
  return undefined;
}

function renamed(expected: unknown, actual: NamedMatrix, values: number[][]): Tree {
  const cols = isNamedMatrix(expected) ? expected.cols : actual.cols;
  return { rows: actual.rows, cols, values };
}

/** A rotated solution { loadings, structure, phi, ss_loadings … } turned to the expected one. */
export function alignSolution(expected: unknown, actual: Tree): Tree {
  if (!isRecord(expected) || !isRecord(actual)) return actual;
  const [wanted, given] = [valuesOf(expected['loadings']), valuesOf(actual['loadings'])];
  if (!wanted || !given) return actual;
  const alignment = findAlignment(wanted, given);
  const aligned = Object.entries(actual as Record<string, Tree>).map(
    ([key, value]): [string, Tree] => {
      const values = valuesOf(value);
      if (key === 'phi' && values) return [key, { values: alignBoth(values, alignment) }];
      if (isNamedMatrix(value)) {
        return [key, renamed(expected[key], value, alignColumns(value.values, alignment))];
      }
      if (key === 'loadings' && values) return [key, { values: alignColumns(values, alignment) }];
      if (key === 'ss_loadings' && Array.isArray(value)) {
        return [key, alignment.order.map((n) => (value as number[])[n] ?? null)];
      }
      return [key, value];
    },
  );
  return Object.fromEntries(aligned);
}
