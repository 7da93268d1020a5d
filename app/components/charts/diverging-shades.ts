import type { PaintName } from './chart-paint.ts';

interface Shade {
  fill: PaintName;
  ink: PaintName;
}

const negative: readonly Shade[] = [
  { fill: 'negative-1', ink: 'negative-1-ink' },
  { fill: 'negative-2', ink: 'negative-2-ink' },
  { fill: 'negative-3', ink: 'negative-3-ink' },
];
const positive: readonly Shade[] = [
  { fill: 'positive-1', ink: 'positive-1-ink' },
  { fill: 'positive-2', ink: 'positive-2-ink' },
  { fill: 'positive-3', ink: 'positive-3-ink' },
];
const neutral: Shade = { fill: 'neutral-0', ink: 'neutral-0-ink' };

/** How many categories lie before the middle, and from which index the other side begins. */
export function divergingSides(count: number, neutralIndex: number | null) {
  const negativeCount = neutralIndex ?? Math.floor(count / 2);
  const positiveStart = neutralIndex === null ? negativeCount : neutralIndex + 1;
  return { negativeCount, positiveStart };
}

/** One shade per category: the further from the middle, the stronger. */
export function divergingShades(count: number, neutralIndex: number | null): Shade[] {
  const { negativeCount, positiveStart } = divergingSides(count, neutralIndex);
  return Array.from({ length: count }, (_, index) => {
    if (index === neutralIndex) return neutral;
    return index < negativeCount
      ? shadeAt(negative, negativeCount - index, negativeCount)
      : shadeAt(positive, index - positiveStart + 1, count - positiveStart);
  });
}

/** One category takes the middle shade, two the weakest and the strongest, more are spread evenly. */
function shadeAt(shades: readonly Shade[], step: number, steps: number): Shade {
  const last = shades.length - 1;
  const level = steps === 1 ? last / 2 : ((step - 1) / (steps - 1)) * last;
  return shades[Math.round(level)] ?? neutral;
}
