import type { OrdinalInvarianceStep } from '#analysis/models/ordinal/report-invariance-ordinal.ts';

type Row = OrdinalInvarianceStep['estimates'][number];

/** What a level holds equal, by the operator of a parameter. */
const equalFrom: Record<string, readonly string[]> = {
  '|': ['thresholds', 'metric', 'scalar'],
  '=~': ['metric', 'scalar'],
};

/**
 * A step as a complete lavaan text, in which nothing is left to defaults: a free parameter is NA, a fixed
 * one its value, equal ones share a label.
 */
export function lavaanGroups({ level, estimates }: OrdinalInvarianceStep): string {
  const parameters = new Map<string, Row[]>();
  for (const row of estimates) {
    const key = `${row.lhs} ${row.op} ${row.rhs}`;
    parameters.set(key, [...(parameters.get(key) ?? []), row]);
  }
  const lines = [...parameters.values()].map((rows, index) => {
    const [{ lhs, op, rhs } = { lhs: '', op: '', rhs: '' }] = rows;
    const values = rows.map(({ isFree, estimate }) => (isFree ? 'NA' : String(estimate)));
    const target = op === '~1' ? '1' : rhs;
    const isEqual = equalFrom[op]?.includes(level) && rows.every(({ isFree }) => isFree);
    const labels = isEqual ? ` + c(${rows.map(() => `p${index}`).join(', ')})*${target}` : '';
    return `${lhs} ${op === '~1' ? '~' : op} c(${values.join(', ')})*${target}${labels}`;
  });
  return lines.join('\n');
}
