import type { WatchedRecord } from '#db/queries/watched-record.server.ts';
import type { AuditedGroups, AuditedVerdicts } from '#db/schema/fairness-audit.ts';
import { contentHash } from '../content-hash.server.ts';
import { compareGroups } from '../monitoring/evaluate-groups.ts';
import { keptRow } from '../monitoring/present-groups.ts';
import { recordsOf, type WhatSeries } from '../monitoring/series.ts';

/** Records as they stood at a moment: what came later is not there, what was put right later stands. */
export function recordsAsOf(history: readonly WatchedRecord[], asOf: Date): WatchedRecord[] {
  return history
    .filter(({ sentAt }) => sentAt <= asOf)
    .map((record) =>
      record.replacedAt !== null && record.replacedAt > asOf
        ? { ...record, replacedAt: null }
        : record,
    );
}

/** Which record it is: rows never change, so that this names what was read without telling its number. */
const nameOf = ({ batchId, from, dimension, level, part, version, mode }: WatchedRecord) =>
  [batchId, from, dimension, level, part, version, mode].join(' ');

export type AuditQuestion = WhatSeries & { planNumber: number; groups: readonly AuditedGroups[] };

/**
 * The answer to an audit's question as of a moment, and a fingerprint of the question, the answer and the
 * records that were there to answer it, and how many of these were replaced or taken back since. Equal inputs give an equal fingerprint whenever it is computed.
 */
export function auditEvidence(
  history: readonly WatchedRecord[],
  { metric, part, cohort, planNumber, groups }: AuditQuestion,
  asOf: Date,
): { verdicts: AuditedVerdicts[]; hash: string; changedSince: number } {
  const what = { metric, part, cohort };
  const known = recordsOf(recordsAsOf(history, asOf), what);
  const asNow = recordsOf(
    history.filter(({ sentAt }) => sentAt <= asOf),
    what,
  );
  const day = asOf.toISOString().slice(0, 10);
  const verdicts = groups.map((one): AuditedVerdicts => {
    const comparison = compareGroups(known, metric, one, day);
    const { dimension, from, to } = comparison;
    return { dimension, from, to, rows: comparison.rows.map((row) => keptRow(comparison, row)) };
  });
  const records = known.map(nameOf).sort();
  return {
    verdicts,
    hash: contentHash({ ...what, planNumber, groups, day, verdicts, records }),
    changedSince: asNow.filter(({ replacedAt }) => replacedAt !== null && replacedAt > asOf).length,
  };
}
