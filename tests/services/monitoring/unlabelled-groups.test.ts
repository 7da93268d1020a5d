import { describe, expect, it } from 'vitest';
import { evaluateCalibration } from '#app/services/monitoring/evaluate-calibration.ts';
import type { WatchedRecord } from '#db/queries/watched-record.server.ts';
import { aRecord } from './a-record.ts';

/** Scores in two bins: how many had the event in each, how many had not, of how many it is not known. */
const scores = (level: string, positives: number[], negatives: number[], unlabelled = [0, 0]) =>
  aRecord({
    ...{ metric: 'scores', kind: 'score-histogram', level },
    dimension: level === '' ? '' : 'sex',
    detail: {
      ...{ edges: [0, 0.5, 1], positives, negatives, unlabelled },
      sum_p: [positives[0], negatives[0]].map(() => 40),
    },
  });
const readingsOf = (records: readonly WatchedRecord[]) =>
  new Map(
    evaluateCalibration(records, '2026-11-27').readings.map((reading) => [reading.level, reading]),
  );

describe('groups of scores', () => {
  const right = [
    [20, 60],
    [60, 20],
  ] as const;
  const everybody = scores('', [...right[0]], [...right[1]], [150, 150]);
  const known = scores('f', [...right[0]], [...right[1]]);
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
});
