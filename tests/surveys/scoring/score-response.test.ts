import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers } from '#surveys/model/answers.ts';
import type { Instrument, Scale } from '#surveys/model/instrument.ts';
import { transforms } from '#surveys/model/instrument.ts';
import { reverseScore } from '#surveys/scoring/reverse-score.ts';
import { scoreResponse, type ScaleScore } from '#surveys/scoring/score-response.ts';
import { answersTo } from '#tests/surveys/support/arbitraries.ts';
import { smallInstrument } from '#tests/surveys/support/small-instrument.ts';

function withRecipe(recipe: Partial<Scale>): Instrument {
  const { scales } = smallInstrument();
  return smallInstrument({ scales: scales.map((scale) => ({ ...scale, ...recipe })) });
}

function score(recipe: Partial<Scale>, answers: Answers): ScaleScore | undefined {
  return scoreResponse(withRecipe(recipe), answers)['all'];
}

const all: Answers = { A1: { code: 2 }, A2: { code: 1 }, A3: { code: 0 }, A4: { code: 0 } };
const three: Answers = { ...all, A3: { missing: 'dont-know' } };

describe('scoreResponse, worked by hand (scores 10, 20, 30; A4 reversed)', () => {
  it.each([
    ['sum', { transform: 'sum' }, all, 90],
    ['mean', { transform: 'mean' }, all, 22.5],
    ['percent of maximum', { transform: 'percent-of-maximum' }, all, 62.5],
    ['prorated sum', { transform: 'sum' }, three, (80 / 3) * 4],
    ['prorated mean', { transform: 'mean' }, three, 80 / 3],
    ['prorated percent', { transform: 'percent-of-maximum' }, three, 500 / 6],
  ] as const)('%s', (_, recipe, answers, expected) => {
    const result = score(recipe, answers);
    expect(result).toMatchObject({ ok: true, answered: answers === all ? 4 : 3 });
    expect(result?.ok && result.score).toBeCloseTo(expected, 12);
  });

  it('counts a score, never a code: reversing uses the minimum and maximum of the scores', () => {
    const recipe = { items: ['A4'], transform: 'sum', minimumAnswered: 1 } as const;
    const scores = [0, 1, 2].map((code) => score({ ...recipe, items: ['A4'] }, { A4: { code } }));
    expect(scores.map((result) => result?.ok && result.score)).toEqual([30, 20, 10]);
  });
});

describe('scoreResponse says why there is no score', () => {
  it.each([
    ['not-all-answered', { prorate: false }, three, 3],
    ['too-few-answered', { minimumAnswered: 4 }, three, 3],
    ['too-few-answered', {}, {}, 0],
    ['unknown-code', {}, { ...all, A2: { code: 9 } }, 3],
  ] as const)('%s (%#)', (reason, recipe, answers, answered) => {
    expect(score(recipe, answers)).toEqual({ ok: false, reason, answered });
  });

  it('no-score-range, where every option scores the same', () => {
    const instrument = withRecipe({ transform: 'percent-of-maximum' });
    for (const option of instrument.optionSets.flatMap(({ options }) => options)) option.score = 1;
    expect(scoreResponse(instrument, all)['all']).toMatchObject({ reason: 'no-score-range' });
  });
});

const bounds = {
  mean: [10, 30],
  sum: [40, 120],
  'percent-of-maximum': [0, 100],
} as const;

describe('properties', () => {
  const anyTransform = fc.constantFrom(...transforms);
  const anyAnswers = answersTo(smallInstrument());

  it('reversal is an involution and keeps the range', () => {
    const integer = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(integer, integer, integer, (a, b, c) => {
        const [minimum = 0, middle = 0, maximum = 0] = [a, b, c].sort((x, y) => x - y);
        const range = { minimum, maximum };
        const reversed = reverseScore(middle, range);
        expect(reverseScore(reversed, range)).toBe(middle);
        expect(reversed).toBeGreaterThanOrEqual(minimum);
        expect(reversed).toBeLessThanOrEqual(maximum);
      }),
    );
  });

  it('a score lies within what the options allow', () => {
    fc.assert(
      fc.property(anyTransform, anyAnswers, (transform, answers) => {
        const result = score({ transform, minimumAnswered: 1 }, answers);
        if (!result?.ok) return;
        const [least, most] = bounds[transform];
        expect(result.score).toBeGreaterThanOrEqual(least - 1e-9);
        expect(result.score).toBeLessThanOrEqual(most + 1e-9);
      }),
    );
  });

  it('does not depend on the order of answers, items, options or of the scale', () => {
    fc.assert(
      fc.property(anyTransform, anyAnswers, (transform, answers) => {
        const instrument = withRecipe({ transform });
        const shuffled = withRecipe({ transform });
        shuffled.items.reverse();
        for (const set of shuffled.optionSets) set.options.reverse();
        for (const scale of shuffled.scales) scale.items.reverse();
        const reordered = Object.fromEntries(Object.entries(answers).reverse());
        expect(scoreResponse(shuffled, reordered)).toEqual(scoreResponse(instrument, answers));
      }),
    );
  });

  it('reversing every key mirrors the mean within the range', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const instrument = withRecipe({ transform: 'mean', minimumAnswered: 1 });
        const mirrored = structuredClone(instrument);
        for (const item of mirrored.items) item.reverseKeyed = !item.reverseKeyed;
        const one = scoreResponse(instrument, answers)['all'];
        const other = scoreResponse(mirrored, answers)['all'];
        expect(other?.ok).toBe(one?.ok);
        if (one?.ok && other?.ok) expect(one.score + other.score).toBeCloseTo(40, 9);
      }),
    );
  });

  it('raising one answer of a positively keyed item never lowers the score', () => {
    fc.assert(
      fc.property(anyTransform, anyAnswers, (transform, answers) => {
        const low = score({ transform }, { ...answers, A1: { code: 0 } });
        const high = score({ transform }, { ...answers, A1: { code: 2 } });
        expect(high?.ok).toBe(low?.ok);
        if (low?.ok && high?.ok) expect(high.score).toBeGreaterThan(low.score);
      }),
    );
  });

  it('with everything answered, prorating changes nothing', () => {
    const complete = answersTo(smallInstrument()).filter((answers) => {
      const given = Object.values(answers).filter((answer) => 'code' in answer);
      return given.length === 4;
    });
    fc.assert(
      fc.property(anyTransform, complete, (transform, answers) => {
        expect(score({ transform, prorate: true }, answers)).toEqual(
          score({ transform, prorate: false }, answers),
        );
      }),
      { numRuns: 50 },
    );
  });
});
