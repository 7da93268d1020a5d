import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, id, organisationId } from '../columns.ts';
import { within } from '../references.ts';
import { registers } from './answering.ts';
import {
  consentPurposes,
  panelChannels,
  panelConsentVersions,
  panels,
  panelStrata,
} from './panel.ts';

/** candidate: said they would; selected: drawn or asked, not yet answered. */
export const panelMemberStates = [
  'candidate',
  'selected',
  'active',
  'not-selected',
  'declined',
  'left',
] as const;
export type PanelMemberState = (typeof panelMemberStates)[number];

/** Who agreed: the person, a child besides whom a parent agreed, or a consultee for the person. */
export const consentBases = ['own', 'assent', 'consultee'] as const;
export type ConsentBasis = (typeof consentBases)[number];

/** A person in one panel, under a pseudonym of that panel alone: nothing here leads to another one. */
export const panelMembers = pgTable(
  'panel_members',
  {
    organisationId: organisationId(),
    id: id(),
    panelId: uuid('panel_id').notNull(),
    channelId: uuid('channel_id').notNull(),
    /** Counted within the panel: "Member 7". */
    number: integer('number').notNull(),
    language: text('language').notNull(),
    register: text('register', { enum: registers }).notNull().default('standard'),
    state: text('state', { enum: panelMemberStates }).notNull().default('candidate'),
    consentBasis: text('consent_basis', { enum: consentBases }).notNull().default('own'),
    /** Of the personal link's token; a reissue replaces it. */
    linkHash: text('link_hash').unique(),
    /** The link was opened by a post; until then it can be opened once. */
    linkUsed: boolean('link_used').notNull().default(false),
    /** Ends the sessions that were opened with earlier links. */
    linkNumber: integer('link_number').notNull().default(0),
    joinedOn: date('joined_on').notNull(),
    leftOn: date('left_on'),
    revision: integer('revision').notNull().default(1),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    unique('panel_members_number').on(table.organisationId, table.panelId, table.number),
    within(table.organisationId, table.panelId, panels).onDelete('cascade'),
    within(table.organisationId, table.channelId, panelChannels),
  ],
);

/** How to reach a person. Read where a message is written, and by who looks after the panel. */
export const panelContacts = pgTable(
  'panel_contacts',
  {
    organisationId: organisationId(),
    memberId: uuid('member_id').notNull(),
    panelId: uuid('panel_id').notNull(),
    name: text('name').notNull().default(''),
    email: text('email').notNull().default(''),
    phone: text('phone').notNull().default(''),
    /** Name and relation of the parent or consultee. */
    agreedBy: text('agreed_by').notNull().default(''),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.memberId] }),
    within(table.organisationId, table.memberId, panelMembers).onDelete('cascade'),
  ],
);

export const notSaid = 'not-said';

/** What people said of themselves, in bands. No workspace member has a grant: only counts leave. */
export const panelMemberBands = pgTable(
  'panel_member_bands',
  {
    organisationId: organisationId(),
    memberId: uuid('member_id').notNull(),
    panelId: uuid('panel_id').notNull(),
    stratumId: uuid('stratum_id').notNull(),
    band: text('band').notNull(),
    expiresOn: date('expires_on').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.memberId, table.stratumId] }),
    within(table.organisationId, table.memberId, panelMembers).onDelete('cascade'),
    within(table.organisationId, table.stratumId, panelStrata).onDelete('cascade'),
  ],
);

export const accessNeeds = [
  'easy-read',
  'large-print',
  'screen-reader',
  'interpreter',
  'sign-language',
  'phone',
  'paper',
  'breaks',
  'companion',
  'step-free',
] as const;
export type AccessNeed = (typeof accessNeeds)[number];

/** Whoever needs one of these is told of a round by a person, not by mail. */
export const needsToldByHand = [
  'phone',
  'paper',
  'large-print',
] as const satisfies readonly AccessNeed[];

export const panelNeeds = pgTable(
  'panel_needs',
  {
    organisationId: organisationId(),
    memberId: uuid('member_id').notNull(),
    panelId: uuid('panel_id').notNull(),
    needs: text('needs', { enum: accessNeeds }).array().notNull(),
    note: text('note').notNull().default(''),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.memberId] }),
    within(table.organisationId, table.memberId, panelMembers).onDelete('cascade'),
  ],
);

/** Added to, never changed: the newest row of a purpose counts. */
export const panelConsents = pgTable(
  'panel_consents',
  {
    organisationId: organisationId(),
    id: id(),
    panelId: uuid('panel_id').notNull(),
    memberId: uuid('member_id').notNull(),
    consentVersionId: uuid('consent_version_id').notNull(),
    purpose: text('purpose', { enum: consentPurposes }).notNull(),
    granted: boolean('granted').notNull(),
    basis: text('basis', { enum: consentBases }).notNull(),
    /** Order of the rows of one purpose: rows of one transaction share a time. */
    number: integer('number').notNull(),
    /** Who read the text to the person and wrote down the answer, and when; null: the person did. */
    scribe: text('scribe'),
    readOn: date('read_on'),
    at: timestamp('at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    unique('panel_consents_number').on(
      table.organisationId,
      table.memberId,
      table.purpose,
      table.number,
    ),
    /** What a contribution and a quote refer to: they exist only under a consent that was granted. */
    unique('panel_consents_granted').on(
      table.organisationId,
      table.id,
      table.memberId,
      table.purpose,
      table.granted,
    ),
    check('panel_consents_scribe', sql`(${table.scribe} is null) = (${table.readOn} is null)`),
    within(table.organisationId, table.memberId, panelMembers).onDelete('cascade'),
    within(table.organisationId, table.consentVersionId, panelConsentVersions),
  ],
);

/** Who was asked for how much, and when: what is asked of a person is added up before asking again. */
export const panelAskings = pgTable(
  'panel_askings',
  {
    organisationId: organisationId(),
    id: id(),
    panelId: uuid('panel_id').notNull(),
    memberId: uuid('member_id').notNull(),
    roundId: uuid('round_id'),
    sessionId: uuid('session_id'),
    minutes: integer('minutes').notNull(),
    askedOn: date('asked_on').notNull(),
    doneOn: date('done_on'),
    /** Who is not reached by mail was told by phone or letter on this day. */
    toldOn: date('told_on'),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    unique('panel_askings_round').on(table.organisationId, table.memberId, table.roundId),
    index('panel_askings_member').on(table.organisationId, table.memberId, table.askedOn), // minutes of a quarter
    within(table.organisationId, table.memberId, panelMembers).onDelete('cascade'),
  ],
);
