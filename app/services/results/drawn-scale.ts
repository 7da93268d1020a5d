import type { ChartScale } from '../../components/charts/chart-types.ts';
import type { Reader } from './reader.server.ts';
import type { ScaleRange } from './scale-range.ts';

type Bounds = { low: number; high: number };

/** The axis is drawn in steps of an eighth of the scale, and never shorter than three of them. */
const steps = 8;
const fewestSteps = 3;

function drawnBounds(range: ScaleRange, points: readonly Bounds[]): Bounds {
  const step = (range.high - range.low) / steps;
  if (points.length === 0) return range;
  const lowest = Math.min(...points.map(({ low }) => low));
  const highest = Math.max(...points.map(({ high }) => high));
  let first = Math.max(0, Math.floor((lowest - range.low) / step));
  let last = Math.min(steps, Math.ceil((highest - range.low) / step));
  while (last - first < fewestSteps) {
    if (first > 0) first -= 1;
    if (last < steps && last - first < fewestSteps) last += 1;
  }
  return { low: range.low + first * step, high: range.low + last * step };
}

/**
 * The part of the scale that holds the intervals, so that they can be seen, and a sentence that says
 * so; ends are named only where they are the ends of the whole scale.
 */
export function drawnScale(
  reader: Reader,
  range: ScaleRange,
  points: readonly Bounds[],
): { scale: ChartScale; remark: string } {
  const { t } = reader;
  const drawn = drawnBounds(range, points);
  const isLowest = drawn.low === range.low;
  const isHighest = drawn.high === range.high;
  const number = (value: number) => reader.number(value, Number.isInteger(value) ? 0 : 1);
  const whole = { low: number(range.low), high: number(range.high) };
  return {
    scale: {
      ...drawn,
      decimals: range.decimals,
      lowLabel: isLowest ? t('scales.lowEnd') : undefined,
      highLabel: isHighest ? t('scales.highEnd') : undefined,
    },
    remark:
      isLowest && isHighest
        ? t('scales.wholeScale', whole)
        : t('scales.drawn', { ...whole, from: number(drawn.low), to: number(drawn.high) }),
  };
}
