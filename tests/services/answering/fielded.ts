import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { eq, type SQL } from 'drizzle-orm';
import { queryRows, type Transaction } from '#db/database.ts';
import { instruments, instrumentVersions } from '#db/schema/instrument.ts';
import { invitations, studyLinks } from '#db/schema/invitation.ts';
import {
  consentVersions,
  studies,
  studySites,
  waves,
  type ResponseMode,
  type StudyState,
} from '#db/schema/study.ts';
import { canonicalJson } from '#surveys/model/canonical-json.ts';
import type { Instrument } from '#surveys/model/instrument.ts';
import { nurseAiReadiness } from '#surveys/library/nurse-ai-readiness/structure.ts';
import { getDatabase, withActor } from '#app/database.server.ts';
import { tokenHash } from '#app/secrets.server.ts';
import type { Ballot } from '#app/services/answering/ballot.server.ts';
import { newStart } from '#app/services/answering/ballot.server.ts';
import { getConsentPage } from '#app/services/answering/get-consent-page.server.ts';
import { saveConsent } from '#app/services/answering/save-consent.server.ts';
import { savePage } from '#app/services/answering/save-page.server.ts';
import { startOpenBallot } from '#app/services/answering/start-ballot.server.ts';
import { submitBallot } from '#app/services/answering/submit-ballot.server.ts';
import { createWorkspace } from '#tests/support/workspace.ts';

export type Fielded = {
  organisationId: string;
  siteIds: string[];
  studyId: string;
  waveId: string;
  consentVersionId: string;
  /** Of an open link that names the first site. */
  siteLink: string;
  openLink: string;
};

export type FieldedOptions = {
  responseMode?: ResponseMode;
  minimumCellSize?: number;
  instrument?: Instrument;
  covariates?: string[];
};

export function asSystem<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
  return withActor({ kind: 'system', organisationId: null }, work);
}

async function publishInstrument(organisationId: string, document: Instrument): Promise<string> {
  const [instrumentId, versionId] = [randomUUID(), randomUUID()];
  await asSystem(async (tx) => {
    const slug = `${document.slug}-${randomBytes(3).toString('hex')}`;
    await tx.insert(instruments).values({ organisationId, id: instrumentId, slug });
    await tx.insert(instrumentVersions).values({
      organisationId,
      id: versionId,
      instrumentId,
      number: 1,
      state: 'published',
      document,
      contentHash: createHash('sha256').update(canonicalJson(document)).digest('hex'),
    });
  });
  return versionId;
}

/** An open study of two sites in three languages with one wave, fielded by plain rows. */
export async function fieldStudy(options: FieldedOptions = {}): Promise<Fielded> {
  const { organisationId, siteIds } = await createWorkspace();
  const instrumentVersionId = await publishInstrument(
    organisationId,
    options.instrument ?? nurseAiReadiness,
  );
  const [studyId, waveId, consentVersionId] = [randomUUID(), randomUUID(), randomUUID()];
  const code = () => `link-${randomBytes(5).toString('hex')}`;
  const [siteLink, openLink] = [code(), code()];
  await asSystem(async (tx) => {
    await tx.insert(studies).values({
      organisationId,
      id: studyId,
      title: { en: 'Readiness', ar: 'الجاهزية', zh: '准备' },
      instrumentVersionId,
      languages: ['en', 'ar', 'zh'],
      covariates: options.covariates ?? ['role', 'experience'],
      responseMode: options.responseMode ?? 'anonymous',
      minimumCellSize: options.minimumCellSize ?? 5,
      state: 'open',
      linkingSecret: randomBytes(32).toString('base64url'),
    });
    for (const siteId of siteIds)
      await tx.insert(studySites).values({ organisationId, studyId, siteId });
    await tx.insert(consentVersions).values({
      organisationId,
      id: consentVersionId,
      studyId,
      number: 1,
      texts: { en: 'We ask about your work.', ar: 'نسأل عن عملكم.', zh: '我们询问您的工作。' },
      contentHash: 'consent',
    });
    await tx
      .insert(waves)
      .values({ organisationId, id: waveId, studyId, number: 1, name: '1', state: 'open' });
    await tx.insert(studyLinks).values([
      { organisationId, studyId, code: siteLink, siteId: siteIds[0] ?? null },
      { organisationId, studyId, code: openLink, siteId: null },
    ]);
  });
  return { organisationId, siteIds, studyId, waveId, consentVersionId, siteLink, openLink };
}

export async function setState(
  fielded: Fielded,
  state: { study?: StudyState; wave?: 'planned' | 'open' | 'closed' },
): Promise<void> {
  await asSystem(async (tx) => {
    if (state.study) {
      await tx.update(studies).set({ state: state.study }).where(eq(studies.id, fielded.studyId));
    }
    if (state.wave) {
      await tx.update(waves).set({ state: state.wave }).where(eq(waves.id, fielded.waveId));
    }
  });
}

/** Returns the token of a new personal link. */
export async function invite(fielded: Fielded, site = 0): Promise<string> {
  const token = newStart();
  const { organisationId, studyId, waveId, siteIds } = fielded;
  await asSystem((tx) =>
    tx.insert(invitations).values({
      organisationId,
      studyId,
      waveId,
      siteId: siteIds[site] ?? '',
      email: `${token.toLowerCase()}@example.org`,
      language: 'en',
      tokenHash: tokenHash(token),
      invitedOn: '2026-01-01',
    }),
  );
  return token;
}

export const wanted = ['en'];

export function consentTo(
  fielded: Fielded,
  ballot: Ballot,
  given: { role?: string; site?: number; isLinkReplaced?: boolean } = {},
) {
  return saveConsent({
    ballot,
    wanted,
    isLinkReplaced: given.isLinkReplaced ?? false,
    given: {
      consentVersionId: fielded.consentVersionId,
      siteId: fielded.siteIds[given.site ?? 0] ?? null,
      covariates: new Map([['role', given.role ?? '1']]),
      register: 'standard',
      linkingCode: '',
    },
  });
}

export function begin(
  fielded: Fielded,
  link: 'siteLink' | 'openLink' = 'siteLink',
): Promise<Ballot> {
  return startOpenBallot({ code: fielded[link], start: newStart(), wanted });
}

/** A ballot that agreed, at the first page. */
export async function beginAndConsent(
  fielded: Fielded,
  given: { role?: string; site?: number } = {},
): Promise<Ballot> {
  const ballot = await begin(fielded, given.site === undefined ? 'siteLink' : 'openLink');
  await getConsentPage({ ballot, wanted });
  await consentTo(fielded, ballot, given);
  return ballot;
}

export function answerPage(ballot: Ballot, pageId: string, answers: Record<string, string>) {
  const fields = new Map(
    Object.entries(answers).map(([item, value]) => [`answer.${item}`, value] as const),
  );
  return savePage({ ballot, pageId, fields, wanted });
}

/** Answers one item with `code` and sends. */
export async function answerAndSend(
  fielded: Fielded,
  given: { role?: string; site?: number; code?: string } = {},
): Promise<Ballot> {
  const ballot = await beginAndConsent(fielded, given);
  await answerPage(ballot, 'everyday-work', { 'nai-1': given.code ?? '4' });
  await submitBallot({ ballot, completionMode: 'self' });
  return ballot;
}

/** Plain rows as the database's owner sees them, system columns included. */
export function look<Row>(query: SQL): Promise<Row[]> {
  return queryRows<Row>(getDatabase(), query);
}
