import { randomUUID } from 'node:crypto';
import { getDatabase } from '#app/database.server.ts';
import { analysisRuns } from '#db/schema/analysis-run.ts';
import { comparabilityOverrides } from '#db/schema/comparability-override.ts';
import {
  completionReceipts,
  drafts,
  inbox,
  usedBallots,
  wordsInbox,
} from '#db/schema/answering.ts';
import { deletionRecords } from '#db/schema/audit.ts';
import { instruments, instrumentVersions } from '#db/schema/instrument.ts';
import { invitations, outbox, studyLinks } from '#db/schema/invitation.ts';
import { importDrafts, pseudonymKeys, responseImports, responses } from '#db/schema/response.ts';
import { consentVersions, studies, studySites, waves } from '#db/schema/study.ts';
import { nurseAiReadiness } from '#surveys/library/nurse-ai-readiness/structure.ts';

export type FilledStudy = {
  organisationId: string;
  siteId: string;
  studyId: string;
  waveId: string;
  instrumentVersionId: string;
  ballotHash: string;
  linkCode: string;
  invitationId: string;
  tokenHash: string;
  pseudonymId: string;
};

const today = '2026-03-01';

async function fillAnswers(study: FilledStudy): Promise<void> {
  const db = getDatabase();
  const { organisationId, studyId, waveId, siteId, ballotHash, invitationId } = study;
  const content = {
    answers: {},
    covariates: {},
    siteId,
    siteIsGiven: true,
    language: 'en',
    register: 'standard',
    completionMode: 'self',
    consentVersionId: null,
    linkHash: null,
  } as const;
  const ballot = { organisationId, studyId, waveId, ballotHash };
  await db.insert(drafts).values({ ...ballot, content, startedOn: today, savedOn: today });
  await db.insert(inbox).values({ ...ballot, content, submittedOn: today });
  const words = { itemId: 'why', language: 'en', text: 'Because', mayQuote: false };
  await db.insert(wordsInbox).values({ ...ballot, ...words });
  await db.insert(usedBallots).values(ballot);
  await db.insert(completionReceipts).values({ organisationId, invitationId, waveId });
  const { pseudonymId } = study;
  await db.insert(pseudonymKeys).values({ organisationId, pseudonymId, invitationId });
  await db.insert(responses).values({
    organisationId,
    studyId,
    waveId,
    siteId,
    language: 'en',
    register: 'standard',
    completionMode: 'self',
    origin: 'real',
    day: today,
    answers: {},
    itemCodes: [1, 2, 3],
    covariates: {},
    scoringRecipeVersion: '1',
  });
}

async function fillRecords(study: FilledStudy, userId: string, siteScope: string): Promise<void> {
  const db = getDatabase();
  const { organisationId, studyId, waveId } = study;
  const file = { fileName: 'a.csv', fileHash: randomUUID() };
  await db
    .insert(responseImports)
    .values({ organisationId, studyId, waveId, ...file, rows: 1, importedBy: userId });
  await db
    .insert(importDrafts)
    .values({ organisationId, studyId, userId, ...file, content: 'a,b' });
  await db.insert(analysisRuns).values({
    organisationId,
    studyId,
    siteScope,
    specification: {},
    specificationHash: randomUUID(),
    dataHash: 'd',
    codeVersion: '1',
  });
  await db.insert(comparabilityOverrides).values({
    ...{ organisationId, studyId, dimension: 'site' },
    ...{ decidedBy: userId, reason: 'r' },
  });
  await db.insert(deletionRecords).values({
    organisationId,
    studyId,
    kind: 'abandoned-drafts',
    rows: 1,
    rule: 'r',
    deletedOn: today,
  });
}

async function insertStudy(organisationId: string, siteId: string): Promise<FilledStudy> {
  const db = getDatabase();
  const [instrumentId, instrumentVersionId] = [randomUUID(), randomUUID()];
  await db.insert(instruments).values({ organisationId, id: instrumentId, slug: instrumentId });
  await db.insert(instrumentVersions).values({
    organisationId,
    id: instrumentVersionId,
    instrumentId,
    number: 1,
    document: nurseAiReadiness,
    contentHash: 'h',
  });
  const [studyId, waveId, invitationId] = [randomUUID(), randomUUID(), randomUUID()];
  await db.insert(studies).values({
    organisationId,
    id: studyId,
    title: { en: `Study ${studyId}` },
    instrumentVersionId,
    languages: ['en'],
    covariates: [],
    responseMode: 'anonymous',
    state: 'open',
    linkingSecret: 's',
  });
  await db.insert(studySites).values({ organisationId, studyId, siteId });
  await db
    .insert(consentVersions)
    .values({ organisationId, studyId, number: 1, texts: { en: 'c' }, contentHash: 'h' });
  await db
    .insert(waves)
    .values({ organisationId, id: waveId, studyId, number: 1, name: 'W', state: 'open' });
  const [ballotHash, linkCode, tokenHash] = [randomUUID(), randomUUID(), randomUUID()];
  await db.insert(studyLinks).values({ organisationId, studyId, code: linkCode, siteId });
  const pseudonymId = randomUUID();
  await db.insert(invitations).values({
    organisationId,
    id: invitationId,
    studyId,
    waveId,
    siteId,
    email: `${invitationId}@example.org`,
    language: 'en',
    tokenHash,
    invitedOn: today,
  });
  return {
    organisationId,
    siteId,
    studyId,
    waveId,
    instrumentVersionId,
    ballotHash,
    linkCode,
    invitationId,
    tokenHash,
    pseudonymId,
  };
}

/** A study of one site with a row in every table that hangs on a study. */
export async function fillStudy(
  organisationId: string,
  siteId: string,
  member: { userId: string; siteScope: string },
): Promise<FilledStudy> {
  const study = await insertStudy(organisationId, siteId);
  await fillAnswers(study);
  await fillRecords(study, member.userId, member.siteScope);
  await getDatabase().insert(outbox).values({
    organisationId,
    invitationId: study.invitationId,
    recipient: 'a@example.org',
    subject: 's',
    body: 'b',
    language: 'en',
  });
  return study;
}
