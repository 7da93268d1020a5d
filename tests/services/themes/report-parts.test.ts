import { describe, expect, it } from 'vitest';
import { jeffreysShare } from '#analysis/groups/jeffreys-share.ts';
import { agreementOnTheme } from '#app/services/themes/agreement-on-theme.ts';
import { bandsOfTheme } from '#app/services/themes/bands-of-theme.ts';
import { topConcerns } from '#app/services/themes/top-concerns.ts';
import type { ReportInputs } from '#app/services/themes/report-inputs.ts';
import type { Stratum } from '#db/queries/panel-stratum.server.ts';

const stratum = {
  ...{ id: 's', question: { en: 'Age' } },
  bands: ['young', 'old'].map((id) => ({ id, label: { en: id } })),
} as unknown as Stratum;

/** So many people of each band, and the names of the first of them. */
function people(young: number, old: number) {
  const ids = (band: string, count: number) =>
    Array.from({ length: count }, (_, at) => ({
      ...{ id: `${band}${at}`, number: at, state: 'active' as const, bands: { s: band } },
    }));
  const bands = [...ids('young', young), ...ids('old', old)];
  return { bands, everybody: new Set(bands.map(({ id }) => id)) };
}
const named = (band: string, count: number) =>
  Array.from({ length: count }, (_, at) => `${band}${at}`);

describe('people of a theme by band', () => {
  const tell = (young: number, old: number, inTheme: string[]) =>
    bandsOfTheme(stratum, {
      ...{ ...people(young, old), inTheme: new Set(inTheme), minimum: 5 },
    });
  it('have shares with intervals where more than thirty wrote', () => {
    const [young] = tell(20, 20, [...named('young', 10), ...named('old', 5)]);
    const [low, high] = jeffreysShare(10, 20).interval;
    expect(young).toMatchObject({ people: 10, share: { among: 20, low, high } });
  });
  it('are counted and no more in a panel of thirty', () => {
    const bands = tell(15, 15, [...named('young', 10), ...named('old', 5)]);
    expect(bands.map(({ people: shown, share }) => [shown, share])).toEqual([
      [10, undefined],
      [5, undefined],
    ]);
  });
  it('have no share where a band of those who wrote is itself too small to be told', () => {
    const bands = tell(40, 3, [...named('young', 10), ...named('old', 3)]);
    expect(bands.flatMap(({ share }) => share ?? [])).toEqual([]);
  });
});

const theme = (id: string) => ({ id, title: { en: id }, summary: {}, position: 1, revision: 1 });
const code = (id: string) => ({
  ...{ id, themeId: id, name: id, description: '', against: false, position: 1 },
  ...{ mergedInto: null, retired: false },
});

/** Who said what, each with a text of their own. */
function inputs(said: Record<string, string[]>, everybody: Iterable<string>): ReportInputs {
  const ids = Object.keys(said);
  return {
    texts: [...everybody].map((id) => ({
      ...{ id, memberId: id, memberNumber: 1, promptPosition: 1, prompt: {}, language: 'en' },
      ...{ text: 'words', quoteConsentId: null },
    })),
    codes: ids.map(code),
    themes: ids.map(theme),
    assignments: ids.flatMap((codeId) =>
      (said[codeId] ?? []).map((contributionId) => ({
        ...{ id: `${codeId}${contributionId}`, contributionId, codeId, start: 0, end: 5 },
        ...{ origin: 'human', reading: 'first', by: 'x' },
      })),
    ) as unknown as ReportInputs['assignments'],
    ...{ doubles: [], acceptance: { offered: 0, taken: 0 }, flags: [], replies: [] },
  };
}

describe('what a group speaks of most', () => {
  const { bands, everybody } = people(20, 20);
  const top = (said: Record<string, string[]>) =>
    topConcerns(inputs(said, everybody), { strata: [stratum], bands }, 5)[0]?.bands.map(
      ({ label, themes }) => [label['en'], themes?.map(({ en }) => en) ?? null],
    );
  it('is named for a small group although others speak of something else', () => {
    expect(
      top({
        waiting: [...named('young', 15), ...named('old', 6)],
        language: [...named('young', 6), ...named('old', 9)],
      }),
    ).toEqual([
      ['young', ['waiting']],
      ['old', ['language']],
    ]);
  });
  it('is both where as many named either', () => {
    const both = [...named('young', 7), ...named('old', 6)];
    expect(top({ waiting: both, language: both })?.[0]).toEqual(['young', ['waiting', 'language']]);
  });
  it('is not said where too few named it, or all but a few', () => {
    expect(top({ waiting: [...named('young', 3), ...named('old', 3)] })).toEqual([
      ['young', null],
      ['old', null],
    ]);
    expect(top({ waiting: [...named('young', 18), ...named('old', 10)] })?.[0]).toEqual([
      'young',
      null,
    ]);
  });
});

describe('two readers of a theme', () => {
  const codes = [code('a'), { ...code('b'), themeId: 'a' }, code('c')];
  const read = (firstCodes: string[], secondCodes: string[]) => ({ firstCodes, secondCodes });
  const doubles = [
    ...Array.from({ length: 4 }, () => read(['a'], ['b'])),
    ...[read(['a'], ['c']), read(['c'], ['c']), read(['c'], ['b'])],
  ];
  it('agree as often as both put a text there, whichever of its codes they chose', () => {
    // 4 by both, 2 by one: 8 / 10.
    expect(agreementOnTheme('a', { codes, doubles }, 5)).toEqual({ texts: 6, agreement: 0.8 });
  });
  it('are not told of where few texts were read twice', () => {
    expect(agreementOnTheme('a', { codes, doubles: doubles.slice(0, 4) }, 5)).toEqual({
      ...{ texts: null, agreement: null },
    });
  });
});
