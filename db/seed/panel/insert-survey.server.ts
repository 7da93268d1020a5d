import { randomBytes, randomUUID } from 'node:crypto';
import type { Generator } from '#analysis/numeric/seeded-generator.ts';
import { contentHash } from '#app/services/content-hash.server.ts';
import { toItemCodes } from '#surveys/model/answers.ts';
import { scoringRecipeVersion } from '#surveys/scoring/score-response.ts';
import type { Transaction } from '../../database.ts';
import { instruments, instrumentVersions } from '../../schema/instrument.ts';
import { studyLinks } from '../../schema/invitation.ts';
import { responses } from '../../schema/response.ts';
import { consentVersions, studies, studySites, waves } from '../../schema/study.ts';
import { daysBefore } from './days.ts';
import { insertSurveyWords } from './insert-survey-words.server.ts';
import { demoLanguages, type DemoPanel } from './insert-set-up.server.ts';
import { demoSurveyConsent } from './survey-consent.ts';
import { demoSurvey, demoSurveyTitle } from './survey-questionnaire.ts';
import { demoSurveyTexts } from './survey-texts.ts';

export const demoSurveyLinkCode = 'demo-shifts';

/** Older than the other studies of the demo, so that lists begin with those. */
const opened = 480;
const waveOpened = 40;

type Study = { studyId: string; waveId: string };

async function insertStudy(tx: Transaction, demo: DemoPanel): Promise<Study> {
  const { organisationId, siteId, panelId, today } = demo;
  const [instrumentId, instrumentVersionId] = [randomUUID(), randomUUID()];
  const [studyId, waveId] = [randomUUID(), randomUUID()];
  const openedAt = new Date(daysBefore(today, opened));
  const { slug } = demoSurvey;
  await tx.insert(instruments).values({ organisationId, id: instrumentId, slug });
  await tx.insert(instrumentVersions).values({
    ...{ organisationId, id: instrumentVersionId, instrumentId, number: 1, state: 'published' },
    document: demoSurvey,
    contentHash: contentHash(demoSurvey),
    publishedAt: openedAt,
  });
  await tx.insert(studies).values({
    ...{ organisationId, id: studyId, instrumentVersionId, title: demoSurveyTitle },
    ...{ languages: [...demoLanguages], covariates: [], responseMode: 'anonymous' },
    ...{ state: 'open', isPilot: true, linkingSecret: randomBytes(32).toString('base64url') },
    ...{ openedAt, createdAt: openedAt, minimumCellSize: 10, wordsPanelId: panelId },
  });
  await tx.insert(studySites).values({ organisationId, studyId, siteId });
  const texts = demoSurveyConsent();
  await tx
    .insert(consentVersions)
    .values({ organisationId, studyId, number: 1, texts, contentHash: contentHash(texts) });
  const opensOn = daysBefore(today, waveOpened);
  await tx.insert(waves).values({
    ...{ organisationId, studyId, id: waveId, number: 1, name: opensOn.slice(0, 7) },
    ...{ state: 'open', opensOn },
  });
  await tx.insert(studyLinks).values({
    ...{ organisationId, studyId, code: demoSurveyLinkCode, siteId: null, language: null },
  });
  return { studyId, waveId };
}

/** As many people as wrote, and some who did not. */
async function insertAnswers(
  tx: Transaction,
  demo: DemoPanel,
  { study, random }: { study: Study; random: Generator },
): Promise<void> {
  const { organisationId, siteId, today } = demo;
  const rows = demoLanguages.flatMap((language) =>
    Array.from({ length: demoSurveyTexts[language].length + 4 }, () => {
      const answers = Object.fromEntries(
        demoSurvey.items.map(({ id }) => [id, { code: 1 + Math.floor(3 * random()) }]),
      );
      return {
        ...{ organisationId, ...study, id: randomUUID(), siteId, language, answers },
        ...({ register: 'standard', completionMode: 'self', origin: 'synthetic' } as const),
        ...{ day: daysBefore(today, Math.floor(waveOpened * random())), covariates: {} },
        ...{ itemCodes: toItemCodes(demoSurvey, answers), scoringRecipeVersion },
      };
    }),
  );
  // Ids are random; sorting by them leaves no trace of who was drawn after whom.
  await tx.insert(responses).values(rows.sort((a, b) => (a.id < b.id ? -1 : 1)));
}

/** A survey of one site whose people also say in their own words what should change. */
export async function insertSurvey(
  tx: Transaction,
  demo: DemoPanel,
  random: Generator,
): Promise<void> {
  const study = await insertStudy(tx, demo);
  await insertAnswers(tx, demo, { study, random });
  const day = daysBefore(demo.today, waveOpened);
  await insertSurveyWords(tx, demo, { waveId: study.waveId, day });
}
