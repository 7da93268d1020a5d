import { describe, expect, it } from 'vitest';
import { quotable } from '#app/services/themes/theme-words.ts';

const words = (language: string, texts: readonly string[]) =>
  texts.map((text, at) => ({
    ...{ contributionId: `c${at}`, memberId: `m${at}`, language, text },
    ...{ start: 0, end: text.length, consentId: `q${at}` },
  }));

describe('words that may be quoted', () => {
  it.each([
    ['ru', 'Было так, что он там был.', 'Долго ждали врача утром, очень устали дети.'],
    ['de', 'Das war so, wie es da war.', 'Lange Wartezeit morgens, müde Kinder, kalter Flur.'],
  ])('are those that say something in their own language: %s', (language, empty, full) => {
    const said = words(language, [empty, `${empty} `, ` ${empty}`, full]);
    expect(quotable(said, 1).map(({ text }) => text)).toEqual([full]);
  });

  it('are of those who agree alone', () => {
    const said = words('en', ['The nurses came late', 'The nurses came very late']);
    const [first] = said;
    if (!first) throw new Error('two said something');
    const chosen = quotable([{ ...first, consentId: null }, ...said.slice(1)], 4);
    expect(chosen.map(({ contributionId }) => contributionId)).toEqual(['c1']);
    expect(quotable([], 4)).toEqual([]);
  });
});
