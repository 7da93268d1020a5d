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

export type AuditQuestion = WhatSeries & {
  planNumber: number;
  groups: readonly AuditedGroups[];
  /** Empty in audits of all periods and versions, whose fingerprint holds neither. */
  periodFrom: string | null;
  periodTo: string | null;
  version: string | null;
};

export type AuditEvidence = { verdicts: AuditedVerdicts[]; hash: string; changedSince: number };
/** The same as a worker is asked for it. */
export type EvidenceInput = {
  history: readonly WatchedRecord[];
  question: AuditQuestion;
  asOf: Date;
};

/**
 * The answer to an audit's question as of a moment, a fingerprint of the question, the answer and the records
 * that were there to answer it, and how many of those that were added up were replaced or taken back since.
 * Equal inputs give an equal fingerprint whenever it is computed.
 */
export function auditEvidence(
  history: readonly WatchedRecord[],
  { metric, part, cohort, planNumber, groups, ...asked }: AuditQuestion,
  asOf: Date,
): AuditEvidence {
  const what = { metric, part, cohort };
  const known = recordsOf(recordsAsOf(history, asOf), what);
  const asNow = recordsOf(
    history.filter(({ sentAt }) => sentAt <= asOf),
    what,
  );
  const day = asOf.toISOString().slice(0, 10);
  const { periodFrom, periodTo: to, version } = asked;
  const span = periodFrom === null ? undefined : { from: periodFrom, to, version };
  const verdicts = groups.map((one): AuditedVerdicts => {
    const comparison = compareGroups(known, metric, one, day, span);
    const { dimension, from, to, versions } = comparison;
    const ofSpan = span === undefined ? {} : { versions };
    const rows = comparison.rows.map((row) => keptRow(comparison, row));
    return { dimension, from, to, ...ofSpan, rows };
  });
  const records = known.map(nameOf).sort();
  const isCounted = ({ from }: WatchedRecord) =>
    span === undefined || verdicts.some((one) => one.from <= from && from < one.to);
  const ofSpan = span === undefined ? {} : { span };
  return {
    verdicts,
    hash: contentHash({ ...what, planNumber, groups, day, verdicts, records, ...ofSpan }),
    changedSince: asNow
      .filter(({ replacedAt }) => replacedAt !== null && replacedAt > asOf)
      .filter(isCounted).length,
  };
}
