import { describe, expect, it } from 'vitest';
import { visiblePages } from '#surveys/flow/visible-pages.ts';
import { withNotShown } from '#surveys/flow/with-not-shown.ts';
import { exportInstrument } from '#surveys/interchange/json/export-instrument.ts';
import { importInstrument } from '#surveys/interchange/json/import-instrument.ts';
import { toItemCodes } from '#surveys/model/answers.ts';
import { compareInstruments } from '#surveys/model/compare-instruments.ts';
import type { Expression } from '#surveys/model/expression.ts';
import type { Instrument } from '#surveys/model/instrument.ts';
import { parseInstrument } from '#surveys/model/parse-instrument.ts';
import { publishingProblems } from '#surveys/model/publishable.ts';
import { lintTranslations } from '#surveys/quality/lint-translations.ts';
import { smallInstrument } from '../support/small-instrument.ts';
import { textInstrument, why } from '../support/text-instrument.ts';

function issuesOf(document: unknown) {
  const parsed = parseInstrument(document);
  return parsed.ok ? [] : parsed.issues.map(({ code, path }) => `${code} ${path}`);
}

describe('an item that is answered in words', () => {
  it('is part of a sound document, and comes back from a file as it went', () => {
    const parsed = importInstrument(exportInstrument(textInstrument()));
    expect(parsed).toEqual({ ok: true, instrument: textInstrument() });
  });

  it('takes 2,000 characters where the document says nothing else', () => {
    const short = { id: why.id, stem: why.stem };
    const parsed = parseInstrument({ ...textInstrument(), textItems: [short] });
    expect(parsed.ok && parsed.instrument.textItems?.[0]?.maximumLength).toBe(2000);
  });

  it.each<[string, (document: Instrument) => Instrument]>([
    ['out-of-range /textItems/0/maximumLength', () => textInstrument({ maximumLength: 99 })],
    ['out-of-range /textItems/0/maximumLength', () => textInstrument({ maximumLength: 5001 })],
    [
      'unknown-key /textItems/0/optionSet',
      (d) => ({ ...d, textItems: [Object.assign({ optionSet: 'agree' }, why)] }),
    ],
    ['too-few /textItems', (d) => ({ ...d, textItems: [] })],
    ['duplicate-id /textItems/1/id', (d) => ({ ...d, textItems: [why, why] })],
    ['duplicate-id /textItems/0/id', (d) => ({ ...d, textItems: [{ ...why, id: 'A1' }] })],
    ['item-not-on-page /textItems/0', (d) => ({ ...d, pages: smallInstrument().pages })],
    [
      'text-item-in-scale /scales/0/items/0',
      (d) => ({ ...d, scales: d.scales.map((scale) => ({ ...scale, items: ['why'] })) }),
    ],
    [
      'unknown-code /textItems/0/showWhen',
      () => textInstrument({ showWhen: { op: 'equals', item: 'A1', code: 7 } }),
    ],
    [
      'depends-on-itself /textItems/0/showWhen',
      () => textInstrument({ showWhen: { op: 'answered', item: 'why' } }),
    ],
    ['wording-incomplete /textItems/0/stem', () => textInstrument({ stem: { de: 'Warum?' } })],
  ])('is refused: %s', (issue, change) => {
    expect(issuesOf(change(textInstrument()))).toContain(issue);
  });

  const asking = (showWhen: Instrument['items'][number]['showWhen']): Instrument => {
    const document = textInstrument();
    const [first, ...others] = document.pages;
    if (!first || !showWhen) throw new Error('the instrument has pages');
    return {
      ...document,
      items: document.items.map((item) => (item.id === 'A4' ? { ...item, showWhen } : item)),
      pages: [{ ...first, items: ['A1', 'why'] }, ...others.slice(0, -1)],
    };
  };

  it.each<Expression>([
    { op: 'equals', item: 'why', code: 0 },
    { op: 'in', item: 'why', codes: [0] },
    { op: 'compare', item: 'why', comparison: '>', code: 0 },
    { op: 'not', of: { op: 'equals', item: 'why', code: 0 } },
  ])('has no code that a condition could ask for: $op', (showWhen) => {
    expect(issuesOf(asking(showWhen))).toEqual(['text-item-has-no-code /items/3/showWhen']);
  });

  it.each<Expression>([
    { op: 'answered', item: 'why' },
    { op: 'missing', item: 'why' },
    { op: 'missing', item: 'why', reason: 'prefer-not-to-say' },
    { op: 'count-answered', items: ['A1', 'why'], atLeast: 2 },
  ])('can be asked whether it was answered: $op', (showWhen) => {
    expect(issuesOf(asking(showWhen))).toEqual([]);
  });

  it('decides about later items by having an answer, whatever it says', () => {
    const document = asking({ op: 'answered', item: 'why' });
    const shown = (answers: Parameters<typeof visiblePages>[1]) =>
      visiblePages(document, answers).flatMap(({ items }) => items);
    expect(shown({ why: { code: 0 } })).toContain('A4');
    expect(shown({ why: { missing: 'prefer-not-to-say' } })).not.toContain('A4');
    expect(shown({})).not.toContain('A4');
  });

  it('leaves no trace among the answers that are frozen, and has no place among their codes', () => {
    const document = textInstrument();
    const given = { A1: { code: 1 }, why: { code: 0 } };
    const answers = withNotShown(document, given);
    expect(Object.keys(answers)).toEqual(['A1', 'A2', 'A3', 'A4']);
    expect(toItemCodes(document, answers)).toEqual([1, -1, -1, -2]);
    expect(withNotShown(document, { A1: { code: 1 } })).toEqual(answers);
  });

  it('cannot be published on the page that decides about it', () => {
    const document = textInstrument({ showWhen: { op: 'answered', item: 'A4' } });
    expect(publishingProblems(document, ['en'])).toEqual([]);
    const [one, two, three] = document.pages;
    if (!one || !two || !three) throw new Error('the instrument has pages');
    const pages = [one, two, { ...three, items: [...three.items, 'why'] }];
    expect(publishingProblems({ ...document, pages }, ['en'])).toEqual([
      { code: 'depends-on-same-page', values: { item: 'why', page: 'p3' } },
    ]);
  });

  it('is linted as every other text is', () => {
    const damaged = textInstrument({ stem: { en: 'Why?', de: 'Warum\u0007?' } });
    expect(lintTranslations(damaged, ['de']).map(({ path }) => path)).toContain(
      '/textItems/0/stem',
    );
  });

  it('leaves the codes of the others comparable when it comes, goes or changes', () => {
    const [without, with_] = [smallInstrument(), textInstrument()];
    const added = compareInstruments(without, with_);
    expect(added.items).toMatchObject([{ itemId: 'why', isText: true, structure: ['added'] }]);
    expect(added.strongestEquivalence).toBe('changed-wording');
    expect(compareInstruments(with_, without).items).toMatchObject([{ structure: ['removed'] }]);
    const longer = compareInstruments(with_, textInstrument({ maximumLength: 300 }));
    expect(longer.items).toMatchObject([{ structure: ['maximum-length'], wording: [] }]);
    const reworded = compareInstruments(with_, textInstrument({ stem: { en: 'Why is it so?' } }));
    expect(reworded.items).toMatchObject([{ structure: [], wording: [{ language: 'en' }] }]);
    expect(compareInstruments(with_, with_).strongestEquivalence).toBe('same');
  });

  it('breaks comparison where an item with options became it', () => {
    const document = textInstrument();
    const became: Instrument = {
      ...document,
      items: document.items.filter(({ id }) => id !== 'A4'),
      textItems: [{ ...why, id: 'A4' }],
      pages: smallInstrument().pages,
    };
    expect(compareInstruments(smallInstrument(), became).strongestEquivalence).toBe(
      'not-comparable',
    );
  });
});
