import { randomBytes, randomUUID } from 'node:crypto';
import { contentHash } from '#app/services/content-hash.server.ts';
import { defaultConsent } from '#app/services/studies/default-consent/default-consent.ts';
import type { Transaction } from '../../database.ts';
import { instruments, instrumentVersions } from '../../schema/instrument.ts';
import { consentVersions, studies, studySites, waves } from '../../schema/study.ts';
import { daysBefore } from './days.ts';
import { demoLanguages, type DemoPanel } from './insert-set-up.server.ts';
import { demoQuestionnaire, demoQuestionnaireTitle } from './questionnaire.ts';

/** An open wave of a confidential study, for a round to ask; nobody has answered yet. */
export async function insertQuestionnaire(tx: Transaction, demo: DemoPanel): Promise<string> {
  const { organisationId, siteId, today } = demo;
  const [instrumentId, instrumentVersionId] = [randomUUID(), randomUUID()];
  const [studyId, waveId] = [randomUUID(), randomUUID()];
  const opened = daysBefore(today, 12);
  const { slug } = demoQuestionnaire;
  await tx.insert(instruments).values({ organisationId, id: instrumentId, slug });
  await tx.insert(instrumentVersions).values({
    ...{ organisationId, id: instrumentVersionId, instrumentId, number: 1, state: 'published' },
    document: demoQuestionnaire,
    contentHash: contentHash(demoQuestionnaire),
    publishedAt: new Date(opened),
  });
  await tx.insert(studies).values({
    ...{ organisationId, id: studyId, instrumentVersionId, title: demoQuestionnaireTitle },
    ...{ languages: [...demoLanguages], covariates: [], responseMode: 'confidential' },
    ...{ state: 'open', isPilot: true, linkingSecret: randomBytes(32).toString('base64url') },
    ...{ openedAt: new Date(opened), createdAt: new Date(opened) },
  });
  await tx.insert(studySites).values({ organisationId, studyId, siteId });
  const texts = defaultConsent('confidential');
  await tx
    .insert(consentVersions)
    .values({ organisationId, studyId, number: 1, texts, contentHash: contentHash(texts) });
  await tx.insert(waves).values({
    ...{ organisationId, studyId, id: waveId, number: 1, name: opened.slice(0, 7) },
    ...{ state: 'open', opensOn: opened },
  });
  return waveId;
}
