import { sql } from 'drizzle-orm';
import {
  check,
  date,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, id, organisationId } from '../columns.ts';
import { within } from '../references.ts';
import { deployments } from './deployment.ts';

/** Groups of one dimension, with whom they are compared, and from which difference on it matters. */
export type AuditedGroups = {
  dimension: string;
  /** A level of the dimension; empty: everybody else. */
  reference: string;
  margin: number;
  /** The panel's published result that says how large a difference matters. */
  marginReportId: string | null;
  marginReason: string;
};

/**
 * The question of a fairness audit and by when it is answered, stated before anybody looked. Added to
 * alone: another question is the next number, which may take the place of an earlier one.
 */
export const fairnessAudits = pgTable(
  'fairness_audits',
  {
    organisationId: organisationId(),
    id: id(),
    deploymentId: uuid('deployment_id').notNull(),
    number: integer('number').notNull(),
    /** Of the adopted plan that the question was taken from. */
    planNumber: integer('plan_number').notNull(),
    metric: text('metric').notNull(),
    part: text('part').notNull().default(''),
    cohort: text('cohort').notNull().default(''),
    groups: jsonb('groups').$type<AuditedGroups[]>().notNull(),
    /** First day of the periods it looks at; empty where all are looked at, as before audits named them. */
    periodFrom: date('period_from'),
    /** The day after the last; empty: up to what was there when its verdicts were opened. */
    periodTo: date('period_to'),
    /** The version it concludes of; empty: all that ran, for a reason from 2026-11-27 on. */
    version: text('version'),
    poolingReason: text('pooling_reason').notNull().default(''),
    purpose: text('purpose').notNull(),
    dueOn: date('due_on').notNull(),
    supersedesId: uuid('supersedes_id'),
    supersedesReason: text('supersedes_reason').notNull().default(''),
    plannedBy: text('planned_by').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    unique('fairness_audits_number').on(table.organisationId, table.deploymentId, table.number),
    // An audit has one successor.
    unique('fairness_audits_supersedes').on(table.organisationId, table.supersedesId),
    check(
      'fairness_audits_supersedes_why',
      sql`(${table.supersedesId} is null) = (${table.supersedesReason} = '')`,
    ),
    check(
      'fairness_audits_of_what',
      sql`${table.periodFrom} is null or (${table.version} is null) <> (${table.poolingReason} = '')`,
    ),
    check('fairness_audits_period', sql`${table.periodTo} > ${table.periodFrom}`),
    within(table.organisationId, table.deploymentId, deployments),
    within(table.organisationId, table.supersedesId, {
      organisationId: table.organisationId,
      id: table.id,
    }),
  ],
);

export const auditVerdicts = ['gap', 'no-gap', 'cannot-tell'] as const;
/** What an audit found of one group; what is hidden on pages is not kept. */
export type AuditedRow = {
  level: string;
  isHidden: boolean;
  isReference: boolean;
  n: number | null;
  value: number | null;
  interval: readonly [number, number] | null;
  pooled: number | null;
  difference: number | null;
  differenceInterval: readonly [number, number] | null;
  verdict: (typeof auditVerdicts)[number] | null;
  needed: number | null;
};
/** What an audit found in one dimension, in the order of its question. */
export type AuditedVerdicts = {
  dimension: string;
  /** First day of the periods that were added up, and the day after the last; empty without any. */
  from: string;
  to: string;
  /** Which versions ran in these periods; of audits that name their period alone. */
  versions?: string[];
  rows: AuditedRow[];
};
export type AuditAction = { action: string; dueOn: string };

/** What happens to an audit besides: its verdicts are shown from then on; it is not carried out. */
export const auditEventKinds = ['opened', 'withdrawn'] as const;

/**
 * Each once. The audit shows no verdicts before: whoever saw them first could choose its question to suit. Groups of a
 * planned metric stand on that metric's own page by the plan's margins all the same.
 */
export const fairnessAuditEvents = pgTable(
  'fairness_audit_events',
  {
    organisationId: organisationId(),
    auditId: uuid('audit_id').notNull(),
    kind: text('kind', { enum: auditEventKinds }).notNull(),
    /** Of opening: the moment as of which numbers are read. */
    at: timestamp('at', { withTimezone: true }).notNull(),
    reason: text('reason').notNull().default(''),
    recordedBy: text('recorded_by').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.auditId, table.kind] }),
    check(
      'fairness_audit_events_why',
      sql`(${table.kind} = 'withdrawn') = (${table.reason} <> '')`,
    ),
    within(table.organisationId, table.auditId, fairnessAudits),
  ],
);

/** An audit as it was carried out, once. Frozen: what is seen later is another audit. */
export const fairnessAuditRuns = pgTable(
  'fairness_audit_runs',
  {
    organisationId: organisationId(),
    auditId: uuid('audit_id').notNull(),
    /** The moment as of which numbers were read: later ones are not in it. */
    asOf: timestamp('as_of', { withTimezone: true }).notNull(),
    ranOn: date('ran_on').notNull(),
    carriedOutBy: text('carried_out_by').notNull(),
    verdicts: jsonb('verdicts').$type<AuditedVerdicts[]>().notNull(),
    /** Of the question, the verdicts and which records they rest on. */
    evidenceHash: text('evidence_hash').notNull(),
    /** Which Attune computed it, and in which way. */
    codeVersion: text('code_version').notNull(),
    conclusion: text('conclusion').notNull(),
    actions: jsonb('actions').$type<AuditAction[]>().notNull(),
    nextDueOn: date('next_due_on').notNull(),
    recordedBy: text('recorded_by').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.auditId] }),
    check('fairness_audit_runs_next', sql`${table.nextDueOn} > ${table.ranOn}`),
    within(table.organisationId, table.auditId, fairnessAudits),
  ],
);
