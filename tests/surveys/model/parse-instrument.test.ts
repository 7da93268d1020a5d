import { describe, expect, it } from 'vitest';
import type { Instrument } from '#surveys/model/instrument.ts';
import { instrumentIssueCodes } from '#surveys/model/instrument-issues.ts';
import { maximumIssues, parseInstrument } from '#surveys/model/parse-instrument.ts';
import { smallInstrument } from '#tests/surveys/support/small-instrument.ts';
import { textInstrument } from '#tests/surveys/support/text-instrument.ts';

type Loose = Record<string, unknown>;
type Case = [code: string, path: string, damage: (document: Instrument) => unknown];

function at<T>(list: readonly T[], index: number): T {
  const element = list[index];
  if (element === undefined) throw new RangeError(String(index));
  return element;
}

function issuesOf(document: unknown): { code: string; path: string }[] {
  const parsed = parseInstrument(document);
  return parsed.ok ? [] : parsed.issues;
}

function nested(depth: number): Loose {
  return depth <= 1 ? { op: 'answered', item: 'A1' } : { op: 'not', of: nested(depth - 1) };
}

const set = (document: object, values: Loose) => Object.assign(document, values);

const cases: Case[] = [
  ['wrong-type', '/title', (d) => set(d, { title: 'Small' })],
  ['wrong-type', '/items/0/reverseKeyed', (d) => set(at(d.items, 0), { reverseKeyed: 'no' })],
  ['wrong-type', '/optionSets/0/options/0/code', (d) => option(d, { code: 0.5 })],
  ['missing-key', '/slug', (d) => delete (d as Partial<Instrument>).slug],
  ['unknown-key', '/items/0/reversed', (d) => set(at(d.items, 0), { reversed: true })],
  ['unknown-key', '/title/fr', (d) => set(d.title, { fr: 'Petit' })],
  ['unknown-value', '/format', (d) => set(d, { format: 'attune-instrument/2' })],
  ['unknown-value', '/scales/0/transform', (d) => set(at(d.scales, 0), { transform: 'median' })],
  ['bad-format', '/items/0/id', (d) => set(at(d.items, 0), { id: '__proto__' })],
  ['bad-format', '/items/0/id', (d) => set(at(d.items, 0), { id: 'A1; drop' })],
  ['bad-format', '/rights/doi', (d) => set(d.rights, { doi: 'https://doi.org/10.1/x' })],
  ['bad-format', '/title/en', (d) => set(d.title, { en: ' \n ' })],
  ['forbidden-character', '/title/en', (d) => set(d.title, { en: 'a\u0000b' })],
  ['forbidden-character', '/title/en', (d) => set(d.title, { en: 'a\uD800b' })],
  ['out-of-range', '/optionSets/0/options/0/code', (d) => option(d, { code: -1 })],
  ['out-of-range', '/optionSets/0/options/0/code', (d) => option(d, { code: 32_768 })],
  ['too-short', '/title/en', (d) => set(d.title, { en: '' })],
  ['too-long', '/title/en', (d) => set(d.title, { en: 'x'.repeat(2001) })],
  ['too-long', '/items/0/id', (d) => set(at(d.items, 0), { id: 'x'.repeat(41) })],
  ['too-few', '/items', (d) => set(d, { items: [] })],
  ['too-many', '/items', (d) => set(d, { items: Array(301).fill(at(d.items, 0)) })],
  ['too-many', '/optionSets/0/options', (d) => manyOptions(d, 31)],
  ['too-deep', `/items/1/showWhen${'/of'.repeat(7)}/op`, (d) => showSecond(d, nested(9))],
  ['duplicate-id', '/items/3/id', (d) => set(at(d.items, 3), { id: 'A1' })],
  ['duplicate-code', '/optionSets/0/options/1/code', (d) => option(d, { code: 1 })],
  ['duplicate-order', '/optionSets/0/options/1/order', (d) => option(d, { order: 1 })],
  ['duplicate-version', '/versions/1', (d) => d.versions.push(at(d.versions, 0))],
  ['duplicate-reference', '/scales/0/items/4', (d) => at(d.scales, 0).items.push('A1')],
  ['unknown-item', '/scales/0/items/4', (d) => at(d.scales, 0).items.push('B1')],
  ['unknown-item', '/pages/0/items/1', (d) => at(d.pages, 0).items.push('B1')],
  ['unknown-item', '/items/1/showWhen', (d) => showSecond(d, { op: 'answered', item: 'B1' })],
  ['unknown-option-set', '/items/0/optionSet', (d) => set(at(d.items, 0), { optionSet: 'yes' })],
  ['unknown-scale', '/scales/0/subscaleOf', (d) => set(at(d.scales, 0), { subscaleOf: 'x' })],
  [
    'unknown-code',
    '/items/1/showWhen',
    (d) => showSecond(d, { op: 'equals', item: 'A1', code: 7 }),
  ],
  ['item-not-on-page', '/items/3', (d) => at(d.pages, 2).items.pop()],
  ['item-on-two-pages', '/pages/2/items/2', (d) => at(d.pages, 2).items.push('A1')],
  ['depends-on-itself', '/items/1/showWhen', (d) => showSecond(d, { op: 'answered', item: 'A2' })],
  [
    'depends-on-later-item',
    '/items/1/showWhen',
    (d) => showSecond(d, { op: 'not', of: { op: 'missing', item: 'A3' } }),
  ],
  [
    'count-exceeds-items',
    '/items/1/showWhen',
    (d) => showSecond(d, { op: 'count-answered', items: ['A1', 'A1'], atLeast: 2 }),
  ],
  [
    'text-item-has-no-code',
    '/items/1/showWhen',
    (d) => {
      Object.assign(d, textInstrument());
      showSecond(d, { op: 'equals', item: 'why', code: 0 });
    },
  ],
  [
    'text-item-in-scale',
    '/scales/0/items/0',
    (d) => at(Object.assign(d, textInstrument()).scales, 0).items.splice(0, 1, 'why'),
  ],
  [
    'minimum-exceeds-items',
    '/scales/0/minimumAnswered',
    (d) => set(at(d.scales, 0), { minimumAnswered: 5 }),
  ],
  ['mixed-score-ranges', '/scales/0', withSecondRange],
  ['no-score-range', '/scales/0', withoutRange],
  ['nested-subscale', '/scales/2/subscaleOf', (d) => subscales(d, ['A1'], ['A1'])],
  ['subscale-items-outside-scale', '/scales/1/subscaleOf', (d) => subscales(d, ['A1', 'A4'])],
  ['source-version-missing', '/versions', (d) => set(at(d.versions, 0), { origin: 'machine' })],
  ['source-version-elsewhere', '/versions/1', (d) => declare(d, 'de', 'standard', 'source')],
  ['easy-read-without-standard', '/versions/1', (d) => declare(d, 'de', 'easy-read')],
  ['wording-incomplete', '/items/2/stem', (d) => declare(d, 'de', 'standard')],
  ['wording-incomplete', '/items/2/easyRead', (d) => declare(d, 'en', 'easy-read')],
];

function option(document: Instrument, values: Loose) {
  return set(at(at(document.optionSets, 0).options, 0), values);
}

function manyOptions(document: Instrument, n: number) {
  const first = at(document.optionSets, 0);
  const options = Array.from({ length: n }, (_, code) => ({
    ...at(first.options, 0),
    code,
    order: code,
  }));
  return set(first, { options });
}

function showSecond(document: Instrument, showWhen: Loose) {
  return set(at(document.items, 1), { showWhen });
}

function withSecondRange(document: Instrument) {
  const wide = structuredClone(at(document.optionSets, 0));
  document.optionSets.push(set(wide, { id: 'wide' }) as typeof wide);
  set(at(wide.options, 2), { score: 99 });
  set(at(document.items, 0), { optionSet: 'wide' });
}

function withoutRange(document: Instrument) {
  for (const each of at(document.optionSets, 0).options) each.score = 1;
  set(at(document.scales, 0), { transform: 'percent-of-maximum' });
}

function subscales(document: Instrument, ...lists: string[][]) {
  const [total] = document.scales;
  if (total === undefined) throw new RangeError();
  total.items = ['A1'];
  total.minimumAnswered = 1;
  for (const [i, items] of lists.entries()) {
    const subscaleOf = i === 0 ? 'all' : `sub-${i - 1}`;
    document.scales.push({ ...total, id: `sub-${i}`, items, subscaleOf });
  }
}

function declare(
  document: Instrument,
  language: 'en' | 'de',
  register: 'standard' | 'easy-read',
  origin: 'source' | 'machine' = 'machine',
) {
  document.versions.push({ language, register, origin });
}

describe('parseInstrument', () => {
  it('accepts the sound document and returns it unchanged', () => {
    expect(parseInstrument(smallInstrument())).toEqual({ ok: true, instrument: smallInstrument() });
  });

  it.each(cases)('%s at %s', (code, path, damage) => {
    const document = smallInstrument();
    damage(document);
    expect(issuesOf(document)).toContainEqual(expect.objectContaining({ code, path }));
  });

  it('shows in these cases every code it can give', () => {
    const shown = new Set(cases.map(([code]) => code));
    expect(instrumentIssueCodes.filter((code) => !shown.has(code))).toEqual(['not-json']);
  });

  it.each([null, undefined, 1, 'text', [], {}])('refuses %j without throwing', (document) => {
    expect(issuesOf(document).length).toBeGreaterThan(0);
  });

  it('refuses a member called __proto__', () => {
    const text = JSON.stringify(smallInstrument());
    const document: unknown = JSON.parse(text.replace('{', '{"__proto__":{"slug":"x"},'));
    expect(issuesOf(document)).toEqual([{ path: '/__proto__', code: 'unknown-key' }]);
  });

  it('accepts the largest document it allows in items', () => {
    const ids = Array.from({ length: 300 }, (_, i) => `q.${i}_x-y`);
    const document = smallInstrument();
    const [first] = document.items;
    if (first === undefined) throw new RangeError();
    document.items = ids.map((id) => ({ ...first, id }));
    document.pages = [{ id: 'p', title: { en: 'All' }, items: ids }];
    document.scales = [];
    expect(issuesOf(document)).toEqual([]);
  });

  it('reports a bounded number of issues', () => {
    const junk = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`k${i}`, 1]));
    expect(issuesOf({ ...smallInstrument(), ...junk })).toHaveLength(maximumIssues);
  });
});
