import { describe, expect, it } from 'vitest';
import { calibrationVerdict } from '#app/services/monitoring/calibration-verdict.ts';
import { evaluateCalibration } from '#app/services/monitoring/evaluate-calibration.ts';
import type { WatchedRecord } from '#db/queries/watched-record.server.ts';
import { aRecord } from './a-record.ts';

/** Scores in two bins: how many had the event in each, how many had not, of how many it is not known. */
const scores = (level: string, positives: number[], negatives: number[], unlabelled = [0, 0]) =>
  aRecord({
    ...{ metric: 'scores', kind: 'score-histogram', level },
    dimension: level === '' ? '' : 'sex',
    detail: { edges: [0, 0.5, 1], positives, negatives, unlabelled, sum_p: [20, 60] },
  });
const readingsOf = (records: readonly WatchedRecord[]) =>
  new Map(
    evaluateCalibration(records, '2026-11-27').readings.map((reading) => [reading.level, reading]),
  );

describe('groups of scores', () => {
  const everybody = scores('', [20, 60], [60, 20], [150, 150]);
  const known = scores('f', [20, 60], [60, 20]);
  const unknown = scores('m', [0, 0], [0, 0], [150, 150]);
  const empty = scores('x', [0, 0], [0, 0]);

  it('are hidden where scores were sent and no outcome is known, and empty where nothing was sent', () => {
    const readings = readingsOf([everybody, known, unknown, empty]);
    expect(readings.get('f')).toMatchObject({ isHidden: false, n: 160 });
    expect(readings.get('m')).toMatchObject({ isHidden: true });
    expect(readings.get('x')).toMatchObject({ isHidden: false, n: 0 });
  });

  it('nor is everybody said to be nobody where no outcome of anybody is known', () => {
    const readings = readingsOf([scores('', [0, 0], [0, 0], [150, 150]), unknown]);
    expect(readings.get('')).toMatchObject({ isHidden: true });
    expect(readings.get('m')).toMatchObject({ isHidden: true });
  });

  it('of which nothing was sent are no comparisons, and leave nothing unknown', () => {
    const verdictOf = (...records: WatchedRecord[]) =>
      calibrationVerdict(evaluateCalibration([everybody, ...records], '2026-11-27')).groups;
    // Twelve looks more would widen the interval of the only group that there is until nothing is out of it.
    const off = scores('f', [30, 70], [50, 10]);
    const levels = ['u', 'v', 'w', 'x', 'y', 'z'].map((level) => scores(level, [0, 0], [0, 0]));
    const alone = verdictOf(off);
    expect(alone).toMatchObject({ all: 1, unknown: 0, off: [{ level: 'f', isByChance: false }] });
    expect(verdictOf(off, ...levels)).toEqual(alone);
    expect(verdictOf(off, unknown)).toMatchObject({ all: 2, unknown: 1 });
  });
});
