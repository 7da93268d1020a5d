import type { Instrument } from './instrument.ts';
import {
  jsonPointer,
  type InstrumentIssue,
  type InstrumentIssueCode,
} from './instrument-issues.ts';
import { allItems } from './text-items.ts';

/** One issue per repetition, at the place of the repetition. */
export function findDuplicates(
  values: readonly (string | number)[],
  code: InstrumentIssueCode,
  pathOf: (index: number) => PropertyKey[],
): InstrumentIssue[] {
  return values.flatMap((value, i) =>
    values.indexOf(value) < i ? [{ path: jsonPointer(pathOf(i)), code, values: { value } }] : [],
  );
}

function checkOptionSets({ optionSets }: Instrument): InstrumentIssue[] {
  return optionSets.flatMap((set, s) => {
    const at = (key: string) => (o: number) => ['optionSets', s, 'options', o, key];
    return [
      ...findDuplicates(
        set.options.map(({ code }) => code),
        'duplicate-code',
        at('code'),
      ),
      ...findDuplicates(
        set.options.map(({ order }) => order),
        'duplicate-order',
        at('order'),
      ),
    ];
  });
}

function placeOf({ items }: Instrument, index: number): PropertyKey[] {
  return index < items.length ? ['items', index] : ['textItems', index - items.length];
}

function checkPages(instrument: Instrument): InstrumentIssue[] {
  const { pages } = instrument;
  const all = allItems(instrument);
  const known = new Set(all.map(({ id }) => id));
  const placed = new Set<string>();
  const issues: InstrumentIssue[] = [];
  for (const [p, page] of pages.entries()) {
    for (const [i, id] of page.items.entries()) {
      const at = { path: jsonPointer(['pages', p, 'items', i]), values: { item: id } };
      if (!known.has(id)) issues.push({ ...at, code: 'unknown-item' });
      if (placed.has(id)) issues.push({ ...at, code: 'item-on-two-pages' });
      placed.add(id);
    }
  }
  for (const [i, { id }] of all.entries()) {
    if (placed.has(id)) continue;
    issues.push({
      path: jsonPointer(placeOf(instrument, i)),
      code: 'item-not-on-page',
      values: { item: id },
    });
  }
  return issues;
}

export function checkStructure(instrument: Instrument): InstrumentIssue[] {
  const { items, optionSets, pages, scales, missingReasons } = instrument;
  const setIds = new Set(optionSets.map(({ id }) => id));
  const lists = { optionSets, pages, scales };
  return [
    ...findDuplicates(
      allItems(instrument).map(({ id }) => id),
      'duplicate-id',
      (i) => [...placeOf(instrument, i), 'id'],
    ),
    ...Object.entries(lists).flatMap(([name, list]) =>
      findDuplicates(
        list.map(({ id }) => id),
        'duplicate-id',
        (i) => [name, i, 'id'],
      ),
    ),
    ...findDuplicates(missingReasons, 'duplicate-reference', (i) => ['missingReasons', i]),
    ...items.flatMap((item, i): InstrumentIssue[] =>
      setIds.has(item.optionSet)
        ? []
        : [
            {
              path: jsonPointer(['items', i, 'optionSet']),
              code: 'unknown-option-set',
              values: { optionSet: item.optionSet },
            },
          ],
    ),
    ...checkOptionSets(instrument),
    ...checkPages(instrument),
  ];
}
