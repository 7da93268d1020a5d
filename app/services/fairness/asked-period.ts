import type { FairnessAudit } from '#db/queries/fairness-audit.server.ts';
import { addDays } from '../../days.ts';
import { ServiceError } from '../../errors.ts';
import { isSameSeries, type WhatSeries } from '../monitoring/series.ts';
import type { PlannedAudit } from './audit-schema.ts';
import { successorOf } from './audit-state.ts';

/** A version as the register says that it runs, or ran, at the place. */
export type RunningVersion = { versionId: string; version: string; validFrom: string };

type Asked = Pick<
  PlannedAudit,
  'versionId' | 'poolingReason' | 'beginning' | 'firstDay' | 'lastDay'
>;

/**
 * The day after the last that audits of the same metric concluded of, as they stand; null without one. Dimensions of
 * one audit may have been counted up to different days: all of them were up to the earliest.
 */
export function endOfLastAudit(rows: readonly FairnessAudit[], what: WhatSeries): string | null {
  const standing = rows
    .filter(({ audit }) => isSameSeries(what)(audit))
    .filter((row) => row.withdrawn === null && successorOf(rows, row) === null);
  const ends = standing.flatMap(({ run }) => {
    const ofDimensions = run?.verdicts.map(({ to }) => to) ?? [];
    return ofDimensions.filter((to) => to !== '').sort()[0] ?? [];
  });
  return ends.sort().at(-1) ?? null;
}

/** The first day of an audit's periods; null where what it goes by is not there. */
export function beginningOf(
  { beginning, firstDay }: Pick<Asked, 'beginning' | 'firstDay'>,
  version: RunningVersion | null,
  lastEnd: string | null,
): string | null {
  switch (beginning) {
    case 'version':
      return version?.validFrom ?? null;
    case 'audit':
      return lastEnd;
    case 'day':
      return firstDay;
  }
}

/** Of which periods and which version an audit is to conclude, as days; versions by the start of each, the newest first. */
export function askedPeriod(
  asked: Asked,
  { versions, lastEnd }: { versions: readonly RunningVersion[]; lastEnd: string | null },
) {
  const { versionId, poolingReason, lastDay } = asked;
  const version = versions.find((one) => one.versionId === versionId) ?? null;
  const periodFrom = beginningOf(asked, version, lastEnd);
  // What a form can say wrong here was refused before, at its field.
  if (periodFrom === null) throw new ServiceError('invalid', 'audit-beginning-of-version');
  return {
    periodFrom,
    periodTo: lastDay === null ? null : addDays(lastDay, 1),
    version: version?.version ?? null,
    poolingReason: version === null ? poolingReason : '',
  };
}
