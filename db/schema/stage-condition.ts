import {
  boolean,
  date,
  foreignKey,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, id, organisationId } from '../columns.ts';
import { within } from '../references.ts';
import { aiSystems, systemRoles } from './ai-system.ts';
import { deployments, stageEvents } from './deployment.ts';

const place = {
  organisationId: organisationId(),
  systemId: uuid('system_id').notNull(),
  /** Null: the system as a whole. */
  deploymentId: uuid('deployment_id'),
};

/** What a stage was approved with: by when who does what. Never changed, never deleted. */
export const stageConditions = pgTable(
  'stage_conditions',
  {
    ...place,
    id: id(),
    eventId: uuid('event_id').notNull(),
    position: integer('position').notNull(),
    text: text('text').notNull(),
    /** Somebody of the organisation, whoever holds a role of the system, or words alone. */
    ownerId: text('owner_id'),
    ownerRole: text('owner_role', { enum: systemRoles }),
    owner: text('owner').notNull(),
    dueOn: date('due_on').notNull(),
    /** No further stage while it is open, unless that decision says why. */
    isBeforeNext: boolean('is_before_next').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    unique('stage_conditions_position').on(table.organisationId, table.eventId, table.position),
    within(table.organisationId, table.eventId, stageEvents),
    within(table.organisationId, table.systemId, aiSystems),
    foreignKey({
      columns: [table.organisationId, table.systemId, table.deploymentId],
      foreignColumns: [deployments.organisationId, deployments.systemId, deployments.id],
    }),
  ],
);

/** That a condition is met, since when and how one can see it: once, by whoever recorded it first. */
export const metConditions = pgTable(
  'met_conditions',
  {
    ...place,
    conditionId: uuid('condition_id').notNull(),
    metOn: date('met_on').notNull(),
    evidence: text('evidence').notNull(),
    recordedBy: text('recorded_by').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.conditionId] }),
    within(table.organisationId, table.conditionId, stageConditions),
    within(table.organisationId, table.systemId, aiSystems),
    foreignKey({
      columns: [table.organisationId, table.systemId, table.deploymentId],
      foreignColumns: [deployments.organisationId, deployments.systemId, deployments.id],
    }),
  ],
);
