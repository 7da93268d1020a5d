import { expect, it } from 'vitest';
import { confusionAt } from '#analysis/monitoring/performance/confusion.ts';
import { confusionsFromCounts } from '#analysis/monitoring/performance/confusions-from-counts.ts';
import { scoreCounts } from '#analysis/monitoring/performance/score-counts.ts';
import { seededGenerator } from '#analysis/numeric/seeded-generator.ts';

it('counts by score give the four counts that single cases give at each of the scores', () => {
  const random = seededGenerator(11);
  const scores = Array.from({ length: 300 }, () => Math.floor(12 * random()) / 12);
  const outcomes = scores.map((score) => (random() < score ? 1 : 0));
  const counts = scoreCounts(outcomes, scores);
  expect(counts.scores.length).toBeGreaterThan(9);
  expect(confusionsFromCounts(counts)).toEqual(
    Array.from(counts.scores, (threshold) => confusionAt(outcomes, scores, threshold)),
  );
});

it('of bins: a worked example, the first threshold flagging everybody', () => {
  expect(confusionsFromCounts({ positives: [1, 3, 6], negatives: [50, 30, 10] })).toEqual([
    { tp: 10, fp: 90, fn: 0, tn: 0 },
    { tp: 9, fp: 40, fn: 1, tn: 50 },
    { tp: 6, fp: 10, fn: 4, tn: 80 },
  ]);
  expect(confusionsFromCounts({ positives: [], negatives: [] })).toEqual([]);
});
