import { expect, it } from 'vitest';
import type { DraftResult, DraftTheme } from '#app/services/themes/draft-result.ts';
import { joinDraftThemes } from '#app/services/themes/join-draft-themes.ts';

const theme = (name: string, size: number, stability: number): DraftTheme => ({
  ...{ phrases: [`${name}1`, `${name}2`], size, stability },
  contributionIds: Array.from({ length: size }, (_, at) => `${name}${at}`),
  quotes: (['central', 'dissent', 'edge'] as const).map((role, at) => ({
    ...{ id: `${name}${at}`, role, start: 0, end: 5 },
  })),
  readingOrder: stability < 0.4 ? [`${name}0`] : [],
});

const result: DraftResult = {
  themes: [theme('a', 9, 0.7), theme('b', 6, 0.3), theme('c', 5, 0.5)],
  merges: [{ themes: [1, 2], likeness: 0.4 }],
  ...{ withoutContent: [], unsure: [], texts: 20, people: 20, curve: [] },
};

it('shows a draft as it was found while nobody has joined anything', () => {
  for (const decisions of [{}, { 0: 'refused' as const }]) {
    const joined = joinDraftThemes(result, decisions);
    expect(joined.map(({ parts }) => parts)).toEqual([[0], [1], [2]]);
    expect(joined.map(({ steadiness }) => steadiness)).toEqual(['steady', 'by-hand', 'tentative']);
    expect(joined[1]?.readingOrder).toEqual(['b0']);
  }
});

it('joins what people joined: its texts are those of both, and nobody says how steady the whole is', () => {
  const [whole, alone] = joinDraftThemes(result, { 0: 'accepted' });
  expect(whole).toMatchObject({
    ...{ parts: [1, 2], size: 11, steadiness: 'joined', stability: [0.3, 0.5] },
    phrases: ['b1', 'c1', 'b2', 'c2'],
    readingOrder: [],
  });
  expect(whole?.contributionIds).toHaveLength(11);
  expect(whole?.quotes.map(({ id, role }) => `${id} ${role}`)).toEqual([
    'b0 central',
    'c0 central',
    'b1 dissent',
    'b2 edge',
  ]);
  expect(alone?.parts).toEqual([0]);
});
