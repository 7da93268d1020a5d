import type { Instrument, Scale } from '#surveys/model/instrument.ts';
import { scoreRange } from '#surveys/scoring/reverse-score.ts';

export type ScaleRange = { low: number; high: number; decimals: number };

/** The lowest and highest score a scale can take, and how finely it is told. */
export function scaleRange(instrument: Instrument, scale: Scale): ScaleRange {
  if (scale.transform === 'percent-of-maximum') return { low: 0, high: 100, decimals: 0 };
  const ranges = scale.items.flatMap((id) => {
    const item = instrument.items.find((candidate) => candidate.id === id);
    const optionSet = instrument.optionSets.find((candidate) => candidate.id === item?.optionSet);
    return optionSet ? [scoreRange(optionSet)] : [];
  });
  const lows = ranges.map(({ minimum }) => minimum);
  const highs = ranges.map(({ maximum }) => maximum);
  const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
  if (scale.transform === 'sum') return { low: total(lows), high: total(highs), decimals: 1 };
  return { low: total(lows) / lows.length, high: total(highs) / highs.length, decimals: 2 };
}

export type RangeGroup = { range: ScaleRange; scales: Scale[] };

/** Scales that can be drawn on one axis, in the order of the instrument; the whole before its parts. */
export function scalesByRange(instrument: Instrument): RangeGroup[] {
  const groups = new Map<string, RangeGroup>();
  for (const scale of instrument.scales) {
    const range = scaleRange(instrument, scale);
    const key = `${range.low}/${range.high}/${range.decimals}`;
    const group = groups.get(key) ?? { range, scales: [] };
    group.scales.push(scale);
    groups.set(key, group);
  }
  return [...groups.values()];
}
