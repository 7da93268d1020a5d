import { hashPassword } from 'better-auth/crypto';
import { eq } from 'drizzle-orm';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { seededGenerator } from '#analysis/numeric/seeded-generator.ts';
import { nurseAiReadiness } from '#surveys/library/nurse-ai-readiness/structure.ts';
import { canonicalJson } from '#surveys/model/canonical-json.ts';
import { staffCovariates } from '#surveys/model/covariates.ts';
import { languages, type LocalText } from '#surveys/model/languages.ts';
import { withActor } from '../actor.server.ts';
import type { Database, Transaction } from '../database.ts';
import { instruments, instrumentVersions } from '../schema/instrument.ts';
import { studyLinks } from '../schema/invitation.ts';
import { memberships, membershipSites } from '../schema/membership.ts';
import { organisations, sites } from '../schema/organisation.ts';
import { responses } from '../schema/response.ts';
import { account, user } from '../schema/sign-in.ts';
import { consentVersions, studies, studySites, waves } from '../schema/study.ts';
import {
  demoLinkCode,
  demoOrganisation,
  demoPeople,
  demoSites,
  demoSlug,
  demoStudyTitle,
} from './demo-organisation.ts';
import { drawPeople, drawReturning, synthesiseResponses } from './synthetic-wave.ts';

export type DemoOptions = { password: string; today: Date; consent: LocalText };

const hashOf = (value: unknown) => createHash('sha256').update(canonicalJson(value)).digest('hex');

const monthsBefore = (day: Date, months: number) =>
  new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() - months, 3));

const dayOf = (date: Date) => date.toISOString().slice(0, 10);

export function demoEmail(role: string): string {
  return `${role}@riverside.example`;
}

async function insertSites(tx: Transaction, organisationId: string): Promise<string[]> {
  const rows = demoSites.map(({ name, country }) => ({
    organisationId,
    id: randomUUID(),
    name,
    country,
  }));
  await tx.insert(sites).values(rows);
  return rows.map((row) => row.id);
}

async function insertInstrument(tx: Transaction, organisationId: string): Promise<string> {
  const instrumentId = randomUUID();
  const id = randomUUID();
  await tx
    .insert(instruments)
    .values({ organisationId, id: instrumentId, slug: nurseAiReadiness.slug });
  await tx.insert(instrumentVersions).values({
    organisationId,
    id,
    instrumentId,
    number: 1,
    state: 'published',
    document: nurseAiReadiness,
    contentHash: hashOf(nurseAiReadiness),
    publishedAt: new Date(),
  });
  return id;
}

async function insertStudy(
  tx: Transaction,
  organisationId: string,
  siteIds: string[],
  options: DemoOptions,
): Promise<{ studyId: string; linkingSecret: string; waveIds: [string, string] }> {
  const studyId = randomUUID();
  const linkingSecret = randomBytes(32).toString('base64url');
  const opened = monthsBefore(options.today, 14);
  await tx.insert(studies).values({
    organisationId,
    id: studyId,
    title: demoStudyTitle,
    instrumentVersionId: await insertInstrument(tx, organisationId),
    languages: [...languages],
    covariates: staffCovariates.map(({ id }) => id),
    responseMode: 'anonymous-linked',
    state: 'open',
    isPilot: true,
    linkingSecret,
    openedAt: opened,
  });
  await tx
    .insert(studySites)
    .values(siteIds.map((siteId) => ({ organisationId, studyId, siteId })));
  await tx.insert(consentVersions).values({
    organisationId,
    studyId,
    number: 1,
    texts: options.consent,
    contentHash: hashOf(options.consent),
  });
  const waveIds: [string, string] = [randomUUID(), randomUUID()];
  const wave = { organisationId, studyId };
  const second = monthsBefore(options.today, 2);
  await tx.insert(waves).values([
    {
      ...wave,
      id: waveIds[0],
      number: 1,
      name: opened.toISOString().slice(0, 7),
      state: 'closed',
      opensOn: dayOf(opened),
      closesOn: dayOf(monthsBefore(options.today, 12)),
    },
    {
      ...wave,
      id: waveIds[1],
      number: 2,
      name: second.toISOString().slice(0, 7),
      state: 'open',
      opensOn: dayOf(second),
    },
  ]);
  await tx
    .insert(studyLinks)
    .values({ organisationId, studyId, code: demoLinkCode, siteId: null, language: null });
  return { studyId, linkingSecret, waveIds };
}

async function insertResponses(
  tx: Transaction,
  organisationId: string,
  siteIds: string[],
  study: Awaited<ReturnType<typeof insertStudy>>,
  today: Date,
): Promise<void> {
  const random = seededGenerator(20_261_123);
  const people = drawPeople(random);
  const rows = study.waveIds.flatMap((waveId, index) =>
    synthesiseResponses(
      random,
      {
        organisationId,
        studyId: study.studyId,
        linkingSecret: study.linkingSecret,
        waveId,
        isSecond: index === 1,
        firstDay: monthsBefore(today, index === 0 ? 14 : 2),
      },
      siteIds,
      index === 0 ? people : drawReturning(random, people),
      nurseAiReadiness,
    ),
  );
  // Ids are random; sorting by them leaves no trace of who was drawn after whom.
  rows.sort((a, b) => ((a.id ?? '') < (b.id ?? '') ? -1 : 1));
  for (let start = 0; start < rows.length; start += 500) {
    await tx.insert(responses).values(rows.slice(start, start + 500));
  }
}

async function insertMemberships(
  tx: Transaction,
  organisationId: string,
  siteIds: string[],
  userIds: readonly string[],
): Promise<void> {
  for (const [index, person] of demoPeople.entries()) {
    const id = randomUUID();
    const siteId = siteIds[demoSites.findIndex(({ name }) => name === person.site)];
    await tx.insert(memberships).values({
      organisationId,
      id,
      userId: userIds[index] ?? '',
      role: person.role,
      allSites: siteId === undefined,
    });
    if (siteId) {
      await tx.insert(membershipSites).values({ organisationId, membershipId: id, siteId });
    }
  }
}

async function insertAccounts(db: Database, password: string): Promise<string[]> {
  const hash = await hashPassword(password);
  const people = demoPeople.map(({ role, name }) => ({ id: randomUUID(), role, name }));
  await db.insert(user).values(
    people.map(({ id, role, name }) => ({
      id,
      name,
      email: demoEmail(role),
      emailVerified: true,
    })),
  );
  await db.insert(account).values(
    people.map(({ id }) => ({
      id: randomUUID(),
      accountId: id,
      providerId: 'credential',
      userId: id,
      password: hash,
    })),
  );
  return people.map(({ id }) => id);
}

/** Makes the demo organisation, everything in it marked synthetic. Does nothing where it stands already. */
export async function seedDemo(db: Database, options: DemoOptions): Promise<boolean> {
  const system = { kind: 'system', organisationId: null } as const;
  const known = await withActor(db, system, (tx) =>
    tx.select({ id: organisations.id }).from(organisations).where(eq(organisations.slug, demoSlug)),
  );
  if (known.length > 0) return false;
  // Sign-in tables are outside the actors' reach. A crash between the two steps leaves accounts
  // without a membership; they are made anew.
  for (const { role } of demoPeople) await db.delete(user).where(eq(user.email, demoEmail(role)));
  const userIds = await insertAccounts(db, options.password);
  await withActor(db, system, async (tx) => {
    const organisationId = randomUUID();
    await tx
      .insert(organisations)
      .values({ id: organisationId, slug: demoSlug, origin: 'synthetic', ...demoOrganisation });
    const siteIds = await insertSites(tx, organisationId);
    await insertMemberships(tx, organisationId, siteIds, userIds);
    const study = await insertStudy(tx, organisationId, siteIds, options);
    await insertResponses(tx, organisationId, siteIds, study, options.today);
  });
  return true;
}
