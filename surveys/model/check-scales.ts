import { findDuplicates } from './check-structure.ts';
import type { Instrument, Scale } from './instrument.ts';
import { jsonPointer, type InstrumentIssue } from './instrument-issues.ts';
import { textItemsOf } from './text-items.ts';

function rangesOf(instrument: Instrument, scale: Scale): { minimum: number; maximum: number }[] {
  const setByItem = new Map(instrument.items.map((item) => [item.id, item.optionSet]));
  return instrument.optionSets
    .filter((set) => scale.items.some((id) => setByItem.get(id) === set.id))
    .map(({ options }) => options.map(({ score }) => score))
    .map((scores) => ({ minimum: Math.min(...scores), maximum: Math.max(...scores) }));
}

function checkRecipe(instrument: Instrument, scale: Scale, s: number): InstrumentIssue[] {
  const issues: InstrumentIssue[] = [];
  const k = scale.items.length;
  if (scale.minimumAnswered > k) {
    issues.push({
      path: jsonPointer(['scales', s, 'minimumAnswered']),
      code: 'minimum-exceeds-items',
      values: { minimum: scale.minimumAnswered, items: k },
    });
  }
  const ranges = rangesOf(instrument, scale);
  const [first] = ranges;
  const isMixed = ranges.some((range) => {
    return range.minimum !== first?.minimum || range.maximum !== first.maximum;
  });
  // The mean of the answered items may stand in for a missing one only on the same range.
  if (isMixed && scale.prorate && scale.transform !== 'percent-of-maximum') {
    issues.push({ path: jsonPointer(['scales', s]), code: 'mixed-score-ranges' });
  }
  const hasNoRange = ranges.some(({ minimum, maximum }) => minimum === maximum);
  if (hasNoRange && scale.transform === 'percent-of-maximum') {
    issues.push({ path: jsonPointer(['scales', s]), code: 'no-score-range' });
  }
  return issues;
}

function checkParent(instrument: Instrument, scale: Scale, s: number): InstrumentIssue[] {
  if (scale.subscaleOf === undefined) return [];
  const path = jsonPointer(['scales', s, 'subscaleOf']);
  const values = { scale: scale.id, parent: scale.subscaleOf };
  const parent = instrument.scales.find(({ id }) => id === scale.subscaleOf);
  if (parent === undefined) return [{ path, code: 'unknown-scale', values }];
  if (parent.subscaleOf !== undefined) return [{ path, code: 'nested-subscale', values }];
  const isInside = scale.items.every((id) => parent.items.includes(id));
  return isInside ? [] : [{ path, code: 'subscale-items-outside-scale', values }];
}

export function checkScales(instrument: Instrument): InstrumentIssue[] {
  const known = new Set(instrument.items.map(({ id }) => id));
  const texts = new Set(textItemsOf(instrument).map(({ id }) => id));
  return instrument.scales.flatMap((scale, s) => [
    ...findDuplicates(scale.items, 'duplicate-reference', (i) => ['scales', s, 'items', i]),
    ...scale.items.flatMap((id, i): InstrumentIssue[] => {
      const path = jsonPointer(['scales', s, 'items', i]);
      if (known.has(id)) return [];
      const code = texts.has(id) ? 'text-item-in-scale' : 'unknown-item';
      return [{ path, code, values: { item: id } }];
    }),
    ...checkRecipe(instrument, scale, s),
    ...checkParent(instrument, scale, s),
  ]);
}
