import { describe, expect, it } from 'vitest';
import { compareGroups } from '#app/services/monitoring/evaluate-groups.ts';
import { keptRow } from '#app/services/monitoring/present-groups.ts';
import type { WatchedRecord } from '#db/queries/watched-record.server.ts';
import { aRecord } from './a-record.ts';

type Cells = { tp: number; fp: number; fn: number; tn: number };
const outcomes = (level: string, detail: Cells, more: Partial<WatchedRecord> = {}) =>
  aRecord({
    ...{ metric: 'confusion', kind: 'confusion', level, detail },
    ...{ dimension: level === '' ? '' : 'sex', ...more },
  });
const none: Cells = { tp: 0, fp: 0, fn: 0, tn: 0 };
const many: Cells = { tp: 30, fp: 20, fn: 10, tn: 100 };

const asked = { dimension: 'sex', reference: '', margin: 0.05, marginReportId: null };
function rowsOf(
  records: readonly WatchedRecord[],
  metric: string,
  span?: Parameters<typeof compareGroups>[4],
) {
  const planned = { ...asked, marginReason: '' };
  const compared = compareGroups(records, metric, planned, '2026-11-27', span);
  return new Map(compared.rows.map((row) => [row.level, keptRow(compared, row)] as const));
}

describe('groups of which something was sent that a rate does not count', () => {
  it.each([
    ['sensitivity', { ...none, tn: 4 }],
    ['sensitivity', { ...none, fp: 1, tn: 3 }],
    ['sensitivity', { ...none, tn: 200 }],
    ['false-positive-rate', { ...none, tp: 4 }],
    ['predictive-value', { ...none, fn: 1, tn: 3 }],
  ])('are hidden in %s as groups of few are, and not said to be empty', (metric, cells) => {
    const records = [
      outcomes('', {
        tp: many.tp + cells.tp,
        fp: many.fp + cells.fp,
        fn: many.fn + cells.fn,
        tn: many.tn + cells.tn,
      }),
      ...[outcomes('f', many), outcomes('m', cells), outcomes('x', none)],
    ];
    const rows = rowsOf(records, metric);
    expect(rows.get('f')).toMatchObject({ isHidden: false });
    expect(rows.get('m')).toMatchObject({ isHidden: true, n: null });
    expect(rows.get('x')).toMatchObject({ isHidden: false, n: 0 });
  });

  it('are hidden where they were empty before, and in a span whose cases no rate counts', () => {
    const next = { from: '2026-02-01', to: '2026-03-01', sentAt: new Date('2026-02-01') };
    const records = [
      ...[outcomes('', many), outcomes('f', many), outcomes('m', none)],
      outcomes('', { ...many, tn: 104 }, next),
      ...[outcomes('f', many, next), outcomes('m', { ...none, tn: 4 }, next)],
    ];
    expect(rowsOf(records.slice(0, 3), 'sensitivity').get('m')).toMatchObject({ n: 0 });
    expect(rowsOf(records, 'sensitivity').get('m')).toMatchObject({ isHidden: true, n: null });
    const april = { from: '2026-04-01', to: '2026-05-01', sentAt: new Date('2026-04-01') };
    const march = { from: '2026-03-01', to: '2026-04-01', sentAt: new Date('2026-03-01') };
    const later = [
      ...[outcomes('', { tp: 60, fp: 40, fn: 20, tn: 200 }, march)],
      ...[outcomes('f', many, march), outcomes('m', many, march)],
      outcomes('', { ...many, tn: 104 }, april),
      ...[outcomes('f', many, april), outcomes('m', { ...none, tn: 4 }, april)],
    ];
    const all = [...records.slice(0, 3), ...later];
    expect(rowsOf(all, 'sensitivity').get('m')).toMatchObject({ isHidden: false, n: 40 });
    const span = { from: '2026-04-01', to: null, version: null };
    const ofApril = rowsOf(all, 'sensitivity', span);
    expect(ofApril.get('f')).toMatchObject({ isHidden: false, n: 40 });
    expect(ofApril.get('m')).toMatchObject({ isHidden: true, n: null });
  });

  it('are told to be empty where what was sent was put right to nothing, and hidden again after', () => {
    const [first, second] = [new Date('2026-02-01'), new Date('2026-02-02')];
    const standing = [outcomes('f', many)];
    const all = (tn: number, more: Partial<WatchedRecord>) => outcomes('', { ...many, tn }, more);
    const wrong = [
      all(104, { replacedAt: first }),
      outcomes('m', { ...none, tn: 4 }, { replacedAt: first }),
    ];
    const empty = (more: Partial<WatchedRecord> = {}) => [
      all(100, { sentAt: first, ...more }),
      outcomes('m', none, { sentAt: first, ...more }),
    ];
    const again = [
      all(104, { sentAt: second }),
      outcomes('m', { ...none, tn: 4 }, { sentAt: second }),
    ];
    const now = [...standing, ...wrong, ...empty()];
    expect(rowsOf(now, 'sensitivity').get('m')).toMatchObject({ isHidden: false, n: 0 });
    const later = [...standing, ...wrong, ...empty({ replacedAt: second }), ...again];
    expect(rowsOf(later, 'sensitivity').get('m')).toMatchObject({ isHidden: true, n: null });
  });

  it('are hidden where outcomes were looked for in flagged cases alone, so that nobody counts', () => {
    const ofFlagged = { ascertainment: 'flagged-only' } as const;
    const records = ['', 'f'].map((level) => outcomes(level, many, ofFlagged));
    const rows = rowsOf([...records, outcomes('x', none, ofFlagged)], 'sensitivity');
    expect(rows.get('f')).toMatchObject({ isHidden: true, n: null });
    expect(rows.get('x')).toMatchObject({ isHidden: false, n: 0 });
  });
});
