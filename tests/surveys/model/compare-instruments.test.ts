import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareInstruments } from '#surveys/model/compare-instruments.ts';
import type { Instrument } from '#surveys/model/instrument.ts';
import { languages } from '#surveys/model/languages.ts';
import { wordDifferences } from '#surveys/model/word-differences.ts';
import { smallInstrument } from '#tests/surveys/support/small-instrument.ts';

function changed(change: (document: Instrument) => unknown): Instrument {
  const document = smallInstrument();
  change(document);
  return document;
}

describe('wordDifferences', () => {
  it('marks words, not letters', () => {
    expect(wordDifferences('I trust AI tools', 'I trust most AI tools', 'en')).toEqual([
      { change: 'same', text: 'I trust ' },
      { change: 'added', text: 'most ' },
      { change: 'same', text: 'AI tools' },
    ]);
  });

  it('divides Chinese, which has no spaces', () => {
    expect(wordDifferences('人工智能会支持护士', '人工智能可以支持护士', 'zh')).toEqual([
      { change: 'same', text: '人工智能' },
      { change: 'removed', text: '会' },
      { change: 'added', text: '可以' },
      { change: 'same', text: '支持护士' },
    ]);
  });

  it('gives back both texts, and nothing but sameness for equal ones', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', ' ', '.', 'жұмыс', '护理'), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(text, text, fc.constantFrom(...languages), (a, b, language) => {
        const differences = wordDifferences(a.join(''), b.join(''), language);
        const without = (change: string) =>
          differences.filter((part) => part.change !== change).map((part) => part.text);
        expect(without('added').join('')).toBe(a.join(''));
        expect(without('removed').join('')).toBe(b.join(''));
        const itself = wordDifferences(a.join(''), a.join(''), language);
        expect(itself.every(({ change }) => change === 'same')).toBe(true);
      }),
    );
  });
});

describe('compareInstruments', () => {
  it('finds nothing between a document and its copy', () => {
    expect(compareInstruments(smallInstrument(), smallInstrument())).toEqual({
      items: [],
      otherWording: [],
      scoringChanged: false,
      itemOrderChanged: false,
      missingReasonsChanged: false,
      strongestEquivalence: 'same',
    });
  });

  it('shows a changed stem word by word in its language', () => {
    const after = changed((d) => Object.assign(d.items[0] ?? {}, { stem: { en: 'First one' } }));
    const comparison = compareInstruments(smallInstrument(), after);
    expect(comparison.strongestEquivalence).toBe('changed-wording');
    expect(comparison.items).toEqual([
      {
        itemId: 'A1',
        isText: false,
        structure: [],
        wording: [
          {
            language: 'en',
            register: 'standard',
            words: [
              { change: 'same', text: 'First' },
              { change: 'added', text: ' one' },
            ],
          },
        ],
      },
    ]);
  });

  it('follows an option label and a page by their identity, not their place', () => {
    const relabelled = changed((d) =>
      Object.assign(d.optionSets[0]?.options[2]?.label ?? {}, { en: 'Surely' }),
    );
    const names = compareInstruments(smallInstrument(), relabelled).otherWording;
    expect(names.map(({ name }) => name)).toEqual(['option-sets/agree/2']);
    const moved = compareInstruments(
      smallInstrument(),
      changed((d) => d.pages.reverse()),
    );
    expect(moved.otherWording).toEqual([]);
    expect(moved.itemOrderChanged).toBe(true);
    expect(moved.strongestEquivalence).toBe('changed-wording');
  });

  it('takes a new translation for no change of what was there', () => {
    const after = changed((d) => {
      for (const item of d.items) item.stem.de = 'Satz';
    });
    const comparison = compareInstruments(smallInstrument(), after);
    expect(comparison.items).toHaveLength(4);
    expect(comparison.strongestEquivalence).toBe('same');
  });

  it.each<[string, (document: Instrument) => unknown]>([
    ['reverse-keyed', (d) => Object.assign(d.items[0] ?? {}, { reverseKeyed: true })],
    ['option-set', (d) => Object.assign(d.optionSets[0]?.options[0] ?? {}, { score: 0 })],
    ['condition', (d) => Object.assign(d.items[3] ?? {}, { showWhen: d.items[1]?.showWhen })],
    ['polarity', (d) => Object.assign(d.items[0] ?? {}, { polarity: 'negative' })],
    ['removed', (d) => d.items.pop()],
    ['added', (d) => d.items[0] && d.items.push({ ...d.items[0], id: 'A5' })],
  ])('%s makes scores not comparable', (structure, change) => {
    const comparison = compareInstruments(smallInstrument(), changed(change));
    expect(comparison.items.some((item) => item.structure.join() === structure)).toBe(true);
    expect(comparison.strongestEquivalence).toBe('not-comparable');
  });

  it('notices a changed recipe but not a re-ordered list of its items', () => {
    const recipe = changed((d) => Object.assign(d.scales[0] ?? {}, { transform: 'mean' }));
    const order = changed((d) => d.scales[0]?.items.reverse());
    expect(compareInstruments(smallInstrument(), recipe)).toMatchObject({
      scoringChanged: true,
      strongestEquivalence: 'not-comparable',
    });
    expect(compareInstruments(smallInstrument(), order).strongestEquivalence).toBe('same');
  });
});
