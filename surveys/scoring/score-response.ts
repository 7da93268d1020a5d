import { answerOf, type Answers } from '../model/answers.ts';
import type { Instrument, Item, OptionSet, Scale } from '../model/instrument.ts';
import { reverseScore, scoreRange, type ScoreRange } from './reverse-score.ts';

/** Stored with every response; raised whenever the same answers would score differently. */
export const scoringRecipeVersion = 'attune-scoring/1';

export const noScoreReasons = [
  'not-all-answered',
  'too-few-answered',
  'unknown-code',
  'no-score-range',
] as const;
export type NoScoreReason = (typeof noScoreReasons)[number];

export type ScaleScore =
  | { ok: true; score: number; answered: number }
  | { ok: false; reason: NoScoreReason; answered: number };

type Answered = { range: ScoreRange; score: number };
type ScoredItem = Answered | 'missing' | 'unknown-code';

function scoreItem(item: Item, optionSet: OptionSet, answers: Answers): ScoredItem {
  const range = scoreRange(optionSet);
  const answer = answerOf(answers, item.id);
  if (answer === undefined || !('code' in answer)) return 'missing';
  const option = optionSet.options.find(({ code }) => code === answer.code);
  if (option === undefined) return 'unknown-code';
  return { range, score: item.reverseKeyed ? reverseScore(option.score, range) : option.score };
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function transformed(scale: Scale, answered: readonly Answered[], k: number): number | null {
  const sum = total(answered.map(({ score }) => score));
  switch (scale.transform) {
    case 'mean':
      return sum / answered.length;
    case 'sum':
      // Prorating: the mean of the answered items stands in for the missing ones.
      return answered.length === k ? sum : (sum / answered.length) * k;
    case 'percent-of-maximum': {
      const minimum = total(answered.map(({ range }) => range.minimum));
      const maximum = total(answered.map(({ range }) => range.maximum));
      return maximum > minimum ? (100 * (sum - minimum)) / (maximum - minimum) : null;
    }
  }
}

function scoreScale(scale: Scale, scored: readonly ScoredItem[]): ScaleScore {
  const answeredItems = scored.filter((item) => typeof item === 'object');
  const answered = answeredItems.length;
  if (scored.includes('unknown-code')) return { ok: false, reason: 'unknown-code', answered };
  if (!scale.prorate && answered < scored.length) {
    return { ok: false, reason: 'not-all-answered', answered };
  }
  if (answered < Math.max(1, scale.minimumAnswered)) {
    return { ok: false, reason: 'too-few-answered', answered };
  }
  const score = transformed(scale, answeredItems, scored.length);
  return score === null
    ? { ok: false, reason: 'no-score-range', answered }
    : { ok: true, score, answered };
}

/** Scores every scale of the instrument; a scale that cannot be scored says why. */
export function scoreResponse(
  instrument: Instrument,
  answers: Answers,
): Record<string, ScaleScore> {
  const itemById = new Map(instrument.items.map((item) => [item.id, item]));
  const optionSetById = new Map(instrument.optionSets.map((set) => [set.id, set]));
  return Object.fromEntries(
    instrument.scales.map((scale) => {
      const scored = scale.items.flatMap((id) => {
        const item = itemById.get(id);
        const optionSet = item && optionSetById.get(item.optionSet);
        return optionSet ? [scoreItem(item, optionSet, answers)] : [];
      });
      return [scale.id, scoreScale(scale, scored)];
    }),
  );
}
