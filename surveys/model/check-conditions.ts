import { expressionReferences, impossibleCounts } from './expression-references.ts';
import type { Instrument, Item, TextItem } from './instrument.ts';
import {
  jsonPointer,
  type InstrumentIssue,
  type InstrumentIssueCode,
} from './instrument-issues.ts';
import { textItemsOf } from './text-items.ts';

type Values = Record<string, string | number>;

/** Conditions may look back only, in page order: this is what rules cycles out. */
export function checkConditions(instrument: Instrument): InstrumentIssue[] {
  const itemById = new Map(instrument.items.map((item) => [item.id, item]));
  const textIds = new Set(textItemsOf(instrument).map(({ id }) => id));
  const codesBySet = new Map(
    instrument.optionSets.map((set) => [set.id, new Set(set.options.map(({ code }) => code))]),
  );
  const placed = instrument.pages.flatMap((page) => page.items);
  const position = new Map(placed.map((id, i) => [id, i]));

  function referenceIssue(item: Item | TextItem, asked: string): InstrumentIssueCode | null {
    if (!itemById.has(asked) && !textIds.has(asked)) return 'unknown-item';
    if (asked === item.id) return 'depends-on-itself';
    const own = position.get(item.id);
    const other = position.get(asked);
    const isLater = own !== undefined && other !== undefined && other > own;
    return isLater ? 'depends-on-later-item' : null;
  }

  function unknownCodes(asked: string, codes: readonly number[]): number[] {
    const known = codesBySet.get(itemById.get(asked)?.optionSet ?? '');
    return known ? codes.filter((code) => !known.has(code)) : [];
  }

  function conditionIssues(item: Item | TextItem, place: PropertyKey[]): InstrumentIssue[] {
    if (item.showWhen === undefined) return [];
    const path = jsonPointer([...place, 'showWhen']);
    const issue = (code: InstrumentIssueCode, values: Values) => ({ path, code, values });
    return [
      ...expressionReferences(item.showWhen).flatMap(({ item: asked, codes, asksCode }) => {
        const code = referenceIssue(item, asked);
        return [
          ...(code ? [issue(code, { item: item.id, asked })] : []),
          ...(asksCode && textIds.has(asked)
            ? [issue('text-item-has-no-code', { item: asked })]
            : []),
          ...unknownCodes(asked, codes).map((value) => issue('unknown-code', { asked, value })),
        ];
      }),
      ...impossibleCounts(item.showWhen).map((values) => issue('count-exceeds-items', values)),
    ];
  }

  return [
    ...instrument.items.flatMap((item, i) => conditionIssues(item, ['items', i])),
    ...textItemsOf(instrument).flatMap((item, i) => conditionIssues(item, ['textItems', i])),
  ];
}
