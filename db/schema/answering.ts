import {
  boolean,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Answers, MissingReason } from '#surveys/model/answers.ts';
import type { CovariateAnswers } from '#surveys/model/covariates.ts';
import { organisationId } from '../columns.ts';
import { studies, waves } from './study.ts';

export const completionModes = ['self', 'helped', 'interpreter', 'proxy'] as const;
export type CompletionMode = (typeof completionModes)[number];
export const registers = ['standard', 'easy-read'] as const;

/** What a draft carries on to the inbox and from there to the response. */
export type DraftContent = {
  answers: Answers;
  covariates: CovariateAnswers;
  siteId: string | null;
  /** The link or invitation named the site, so it is not asked. */
  siteIsGiven: boolean;
  language: string;
  register: (typeof registers)[number];
  completionMode: CompletionMode;
  consentVersionId: string | null;
  linkHash: string | null;
  /** confidential: set at the start, the same for a person in all waves of a study. */
  pseudonymId?: string | null;
};

/** An answer in own words as a draft keeps it: opened by the ballot's code alone. Null: emptied again. */
export type DraftWords = { seal: string; mayQuote: boolean } | { missing: MissingReason } | null;

/** What a draft holds beside: it ends with the draft. */
export type DraftOnly = {
  /** By item. */
  words?: Record<string, DraftWords>;
  /** A linking code made for this person, opened by the ballot's code alone. */
  linkingSeal?: string | null;
};

const ballotColumns = () => ({
  organisationId: organisationId(),
  studyId: uuid('study_id').notNull(),
  waveId: uuid('wave_id').notNull(),
  /** Keyed hash of the random ballot code that the browser holds sealed and the person may note. */
  ballotHash: text('ballot_hash').notNull(),
});

/** Transient: what somebody has answered so far. */
export const drafts = pgTable(
  'drafts',
  {
    ...ballotColumns(),
    content: jsonb('content').$type<DraftContent & DraftOnly>().notNull(),
    saves: integer('saves').notNull().default(0),
    startedOn: date('started_on').notNull(),
    savedOn: date('saved_on').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.ballotHash] }),
    index('drafts_wave').on(table.organisationId, table.waveId),
    foreignKey({
      columns: [table.organisationId, table.studyId],
      foreignColumns: [studies.organisationId, studies.id],
    }),
    foreignKey({
      columns: [table.organisationId, table.waveId],
      foreignColumns: [waves.organisationId, waves.id],
    }),
  ],
);

/** Transient: submitted answers that wait for their batch. */
export const inbox = pgTable(
  'inbox',
  {
    ...ballotColumns(),
    content: jsonb('content').$type<DraftContent>().notNull(),
    submittedOn: date('submitted_on').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.ballotHash] }),
    index('inbox_wave').on(table.organisationId, table.waveId), // a batch takes one wave
    foreignKey({
      columns: [table.organisationId, table.studyId],
      foreignColumns: [studies.organisationId, studies.id],
    }),
    foreignKey({
      columns: [table.organisationId, table.waveId],
      foreignColumns: [waves.organisationId, waves.id],
    }),
  ],
);

/**
 * Transient: words that were sent and wait for others of the same item, apart from the answers beside which
 * they were written. They go on without the ballot.
 */
export const wordsInbox = pgTable(
  'words_inbox',
  {
    ...ballotColumns(),
    itemId: text('item_id').notNull(),
    language: text('language').notNull(),
    text: text('text').notNull(),
    mayQuote: boolean('may_quote').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.ballotHash, table.itemId] }),
    index('words_inbox_wave').on(table.organisationId, table.waveId), // a batch takes one wave
    foreignKey({
      columns: [table.organisationId, table.studyId],
      foreignColumns: [studies.organisationId, studies.id],
    }),
    foreignKey({
      columns: [table.organisationId, table.waveId],
      foreignColumns: [waves.organisationId, waves.id],
    }),
  ],
);

/** Makes a retry the same response. It has no key to responses and says nothing of the answers. */
export const usedBallots = pgTable('used_ballots', ballotColumns(), (table) => [
  primaryKey({ columns: [table.organisationId, table.ballotHash] }),
  index('used_ballots_wave').on(table.organisationId, table.waveId),
  foreignKey({
    columns: [table.organisationId, table.studyId],
    foreignColumns: [studies.organisationId, studies.id],
  }).onDelete('cascade'),
]);

/** Transient: invitations whose completion waits for its own shuffled batch. */
export const completionReceipts = pgTable(
  'completion_receipts',
  {
    organisationId: organisationId(),
    invitationId: uuid('invitation_id').notNull(),
    waveId: uuid('wave_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.invitationId] })],
);
