import { expect, it } from 'vitest';
import type { ScoreSummary } from '#analysis/report/readiness-report.ts';
import { groupFinding } from '#app/services/results/group-finding.ts';
import { getReaderFor } from './reader-for.ts';

const reader = getReaderFor('en');
const words = { scale: 'Readiness', dimension: 'Site', notMeaning: '' };

function group(label: string, mean: number) {
  const score = { shown: true, n: 60, mean, sd: { ok: true, value: 0.8 } };
  return { label, score: score as ScoreSummary };
}

it('says to a board what lies between groups without the names of tests', () => {
  for (const far of [3.2, 3.9]) {
    const groups = [group('North', far), group('South', 3.1), group('East', 3.1)];
    const { sentence } = groupFinding(reader, { ...words, isPlain: true }, groups, 2);
    expect(sentence).toMatch(/“North”.* above “South”.*allowing for chance, between/);
    expect(sentence).not.toMatch(/Welch|Holm|p [=<]|pairs/);
  }
});

it('names a correction for several pairs only where there are several', () => {
  const pair = [group('North', 3.9), group('South', 3.1)];
  const { sentence } = groupFinding(reader, words, pair, 2);
  expect(sentence).toMatch(/Welch’s test, p < 0\.001\)/);
  expect(sentence).not.toMatch(/Holm|pairs/);
  const three = groupFinding(reader, words, [...pair, group('East', 3.1)], 2);
  expect(three.sentence).toMatch(/pairs compared: 3.*after Holm/);
});
