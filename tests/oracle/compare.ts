import { limitAt, type CaseTolerance, type NamedTolerance } from './tolerance.ts';
import { isNamedMatrix, isRecord, Simulated, type NamedMatrix } from './tree.ts';

export interface Leaf {
  path: string;
  status: 'passed' | 'failed' | 'unsupported';
  expected: unknown;
  actual: unknown;
}

interface Comparison {
  tolerance: CaseTolerance;
  named: readonly NamedTolerance[];
}

const isUndefinedNumber = (value: unknown) => value === null || Number.isNaN(value);
const infinities: Record<string, number> = { Inf: Infinity, '-Inf': -Infinity };

/** A reference leaf as a number, if it is one; "Inf" is written as text. */
function numberOf(expected: unknown): number | undefined {
  if (typeof expected === 'number') return expected;
  return typeof expected === 'string' ? infinities[expected] : undefined;
}

function isNear(expected: number, actual: unknown, path: string, by: Comparison): boolean {
  const { abs, rel } = limitAt(path, by.tolerance, by.named);
  if (actual instanceof Simulated) {
    const random = 5 * Math.SQRT2 * actual.standardError;
    return Math.abs(actual.value - expected) <= Math.max(abs, rel * Math.abs(expected), random);
  }
  if (typeof actual !== 'number') return false;
  if (!Number.isFinite(expected)) return actual === expected;
  return Math.abs(actual - expected) <= Math.max(abs, rel * Math.abs(expected));
}

function compareLeaf(path: string, expected: unknown, actual: unknown, by: Comparison): Leaf {
  if (actual === undefined) return { path, status: 'unsupported', expected, actual };
  const number = numberOf(expected);
  const agrees =
    expected === null
      ? isUndefinedNumber(actual)
      : number === undefined
        ? actual === expected
        : isNear(number, actual, path, by);
  const shown = actual instanceof Simulated ? actual.value : actual;
  return { path, status: agrees ? 'passed' : 'failed', expected, actual: shown };
}

function compareMatrix(path: string, expected: NamedMatrix, actual: unknown, by: Comparison) {
  const given = isNamedMatrix(actual) ? actual : undefined;
  return expected.rows.flatMap((row, i) =>
    expected.cols.map((column, j) => {
      const r = given?.rows.indexOf(row) ?? -1;
      const c = given?.cols.indexOf(column) ?? -1;
      const cell = r < 0 || c < 0 ? undefined : given?.values[r]?.[c];
      return compareLeaf(`${path}[${row},${column}]`, expected.values[i]?.[j], cell, by);
    }),
  );
}

/** What a record of a list is called: its words, and the group it belongs to. */
function identity(record: Record<string, unknown>): string {
  const words = Object.entries(record).filter(([key, value]) => {
    return (typeof value === 'string' && !(value in infinities)) || key === 'group';
  });
  return words.map(([key, value]) => `${key}=${String(value)}`).join(' ');
}

/** The record of the list with the same words; by place where words do not tell the records apart. */
function partner(expected: unknown[], index: number, actual: readonly unknown[]): unknown {
  const record = expected[index];
  if (!isRecord(record)) return actual[index];
  const name = identity(record);
  const isUnique = expected.filter((other) => isRecord(other) && identity(other) === name);
  if (name === '' || isUnique.length > 1) return actual[index];
  return actual.find((other) => isRecord(other) && identity(other) === name);
}

/** Every leaf of `expected` beside what was computed under the same path. */
export function compareTree(
  path: string,
  expected: unknown,
  actual: unknown,
  by: Comparison,
): Leaf[] {
  if (isNamedMatrix(expected)) return compareMatrix(path, expected, actual, by);
  if (Array.isArray(expected)) {
    const list: readonly unknown[] = Array.isArray(actual) ? actual : [];
    return expected.flatMap((item, index) =>
      compareTree(`${path}[${index}]`, item, partner(expected, index, list), by),
    );
  }
  if (isRecord(expected)) {
    const record = isRecord(actual) && !(actual instanceof Simulated) ? actual : {};
    return Object.entries(expected).flatMap(([key, value]) =>
      compareTree(path === '' ? key : `${path}.${key}`, value, record[key], by),
    );
  }
  return [compareLeaf(path, expected, actual, by)];
}
