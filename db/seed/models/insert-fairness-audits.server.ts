import { randomUUID } from 'node:crypto';
import { auditEvidence } from '#app/services/fairness/audit-evidence.ts';
import { evidenceVersion } from '#app/services/fairness/evidence-version.ts';
import type { Transaction } from '../../database.ts';
import { listWatchedRecords, type WatchedRecord } from '../../queries/watched-record.server.ts';
import {
  fairnessAuditEvents,
  fairnessAuditRuns,
  fairnessAudits,
  type AuditedGroups,
} from '../../schema/fairness-audit.ts';
import type { DemoPlan } from '../monitoring/demo-plans.ts';
import { daysBefore } from '../panel/days.ts';

type Place = { organisationId: string; deploymentId: string; ownerId: string };

/** The demo's system that serves a group worse: its audit was carried out. */
const audited = 'chest-reader';

/** What an audit of the plan asks; null where no group is compared. */
function questionOf({ dimension: { dimension, others }, metrics }: DemoPlan) {
  const margin = metrics.find(({ metric }) => metric === 'sensitivity')?.margin;
  if (margin === undefined) return null;
  const own = { dimension, reference: others, margin, marginReportId: null };
  const groups: AuditedGroups[] = [{ ...own, marginReason: 'Agreed with patients (demo)' }];
  return { planNumber: 1, metric: 'sensitivity', part: '', cohort: '', groups };
}

/** The newest version and the day since which its periods are there. */
function periodOf(history: readonly WatchedRecord[]) {
  const version = history.at(-1)?.version ?? null;
  const first = history.find((record) => record.version === version);
  if (!first) return null;
  return { periodFrom: first.from, periodTo: null, version };
}

/** A fairness audit of each place that is to be done, and one that was: synthetic, as all of the demo. */
export async function insertFairnessAudits(
  tx: Transaction,
  { organisationId, deploymentId, ownerId }: Place,
  plan: DemoPlan,
  today: Date,
): Promise<void> {
  const question = questionOf(plan);
  if (question === null) return;
  const here = { organisationId, deploymentId };
  const history = await listWatchedRecords(tx, {
    ...{ ...here, metrics: ['confusion'], isWithReplaced: true },
  });
  const period = periodOf(history);
  if (period === null) return;
  const isDone = plan.slug === audited;
  const auditId = randomUUID();
  await tx.insert(fairnessAudits).values({
    ...{ ...here, ...question, ...period, id: auditId, number: 1, plannedBy: ownerId },
    purpose: 'Whether it finds as many of those who are ill in each group (synthetic data).',
    dueOn: daysBefore(today, isDone ? -7 : -60),
  });
  if (!isDone) return;
  // No earlier than what was just sent, whatever clock the database has.
  const asOf = new Date(Math.max(Date.now(), ...history.map(({ sentAt }) => sentAt.getTime())));
  await tx.insert(fairnessAuditEvents).values({
    ...{ organisationId, auditId, kind: 'opened', at: asOf, recordedBy: ownerId },
  });
  const { verdicts, hash } = auditEvidence(history, { ...question, ...period }, asOf);
  await tx.insert(fairnessAuditRuns).values({
    ...{ organisationId, auditId, asOf, verdicts, evidenceHash: hash },
    codeVersion: evidenceVersion,
    ...{ ranOn: daysBefore(today, 0), carriedOutBy: 'Sofía Safety, with two people of the panel' },
    conclusion:
      'Portable pictures: it finds far fewer of those who are ill, by more than the margin agreed with ' +
      'patients. Until this is mended, portable pictures are read without it (synthetic data).',
    actions: [
      {
        action: 'Ask the supplier what portable pictures it learnt from',
        dueOn: daysBefore(today, -14),
      },
      { action: 'Tell the patients’ panel what was found', dueOn: daysBefore(today, -30) },
    ],
    ...{ nextDueOn: daysBefore(today, -180), recordedBy: ownerId },
  });
}
