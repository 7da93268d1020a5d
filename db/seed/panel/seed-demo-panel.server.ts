import { and, eq, sql } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { seededGenerator } from '#analysis/numeric/seeded-generator.ts';
import { withActor } from '../../actor.server.ts';
import type { Database, Transaction } from '../../database.ts';
import { memberships, type MemberRole } from '../../schema/membership.ts';
import { organisations, sites } from '../../schema/organisation.ts';
import { panels } from '../../schema/panel.ts';
import { demoSites, demoSlug } from '../demo-organisation.ts';
import { insertCoding } from './insert-coding.server.ts';
import { insertOutcomes } from './insert-outcomes.server.ts';
import { insertPayments } from './insert-payments.server.ts';
import { insertPeople } from './insert-people.server.ts';
import { insertQuestionnaire } from './insert-questionnaire.server.ts';
import { insertResults } from './insert-results.server.ts';
import { insertRounds } from './insert-rounds.server.ts';
import { insertSurvey } from './insert-survey.server.ts';
import { insertSetUp, type DemoPanel } from './insert-set-up.server.ts';
import { insertWords } from './insert-words.server.ts';
import { demoPanelSlug } from './set-up-texts.ts';

async function findDemo(tx: Transaction, today: Date): Promise<DemoPanel | null> {
  const [organisation] = await tx
    .select({ id: organisations.id })
    .from(organisations)
    .where(and(eq(organisations.slug, demoSlug), eq(organisations.origin, 'synthetic')));
  if (!organisation) return null;
  const organisationId = organisation.id;
  const known = await tx.$count(panels, eq(panels.slug, demoPanelSlug));
  const [site] = await tx
    .select({ id: sites.id })
    .from(sites)
    .where(and(eq(sites.organisationId, organisationId), eq(sites.name, demoSites[0].name)));
  const userIn = async (role: MemberRole) => {
    const [row] = await tx
      .select({ userId: memberships.userId })
      .from(memberships)
      .where(and(eq(memberships.organisationId, organisationId), eq(memberships.role, role)))
      .limit(1);
    return row?.userId;
  };
  const facilitatorId = await userIn('facilitator');
  const moderatorId = await userIn('moderator');
  if (known > 0 || !site || facilitatorId === undefined || moderatorId === undefined) return null;
  return {
    organisationId,
    panelId: randomUUID(),
    siteId: site.id,
    today,
    facilitatorId,
    moderatorId,
  };
}

/**
 * Gives the demo organisation a worked panel, also where it was made before there were panels. Its
 * people are made up, as the organisation is, and its pages say so. Does nothing where the panel stands,
 * or where somebody has changed the organisation so far that its site or people are missing.
 */
export async function seedDemoPanel(db: Database, today: Date): Promise<boolean> {
  const system = { kind: 'system', organisationId: null } as const;
  return withActor(db, system, async (tx) => {
    // Of two servers that start at once, the second finds what the first has made.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('attune/demo-panel'))`);
    const demo = await findDemo(tx, today);
    if (!demo) return false;
    const random = seededGenerator(20_261_126);
    const setUp = await insertSetUp(tx, demo);
    const people = await insertPeople(tx, demo, setUp);
    const waveId = await insertQuestionnaire(tx, demo);
    const rounds = await insertRounds(tx, demo, { people, random, waveId });
    const first = await insertWords(tx, demo, { people, rounds });
    await insertCoding(tx, demo, { first, rounds });
    await insertOutcomes(tx, demo, first);
    await insertResults(tx, demo, { first, rounds, people });
    await insertPayments(tx, demo, people);
    await insertSurvey(tx, demo, random);
    return true;
  });
}
