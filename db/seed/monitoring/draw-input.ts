import type { Generator } from '#analysis/numeric/seeded-generator.ts';
import type { InputHistogram } from './monitoring-record.ts';
import type { SyntheticSystem } from './monitoring-truth.ts';

/** Shares of the bins of the input, of what is missing of it, and of values that cannot be. */
const shares = [0.3, 0.42, 0.2, 0.08];
const edges = [1, 2, 4];
const usuallyMissing = 0.04;
const moreEachMonth = 0.012;
const impossible = 0.003;

/** An input of one month's cases, as many as were scored. */
export function drawInput(
  { input }: SyntheticSystem,
  { month, cases }: { month: number; cases: number },
  random: Generator,
): InputHistogram | null {
  if (input === null) return null;
  const rise = Math.max(0, month - input.fromMonth + 1) * moreEachMonth;
  const counts = shares.map(() => 0);
  let [missing, outOfRange] = [0, 0];
  for (let each = 0; each < cases; each += 1) {
    if (random() < usuallyMissing + rise) {
      missing += 1;
      continue;
    }
    let left = random();
    const bin = shares.findIndex((share) => (left -= share) < 0);
    const place = bin < 0 ? shares.length - 1 : bin;
    counts[place] = (counts[place] ?? 0) + 1;
    if (random() < impossible) outOfRange += 1;
  }
  return { name: input.name, edges, counts, missing, outOfRange };
}
