import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { getDatabase } from '#app/database.server.ts';
import type { Ballot } from '#app/services/answering/ballot.server.ts';
import { savePage } from '#app/services/answering/save-page.server.ts';
import { submitBallot } from '#app/services/answering/submit-ballot.server.ts';
import type { Member } from '#db/actor.server.ts';
import { activities } from '#db/schema/activity.ts';
import { panels } from '#db/schema/panel.ts';
import { studies, waves } from '#db/schema/study.ts';
import { nurseAiReadiness } from '#surveys/library/nurse-ai-readiness/structure.ts';
import type { Instrument } from '#surveys/model/instrument.ts';
import type { LocalText } from '#surveys/model/languages.ts';
import { createMember } from '#tests/support/workspace.ts';
import {
  answerPage,
  beginAndConsent,
  fieldStudy,
  type Fielded,
  type FieldedOptions,
} from './fielded.ts';

const texts = {
  why: {
    ...{ en: 'Why?', kk: 'Неге?', ru: 'Почему?', de: 'Warum?', es: '¿Por qué?' },
    ...{ ar: 'لماذا؟', zh: '为什么？' },
  },
  more: {
    ...{ en: 'And?', kk: 'Тағы не?', ru: 'Что ещё?', de: 'Und?', es: '¿Y qué más?' },
    ...{ ar: 'وماذا أيضًا؟', zh: '还有呢？' },
  },
  page: {
    ...{ en: 'Your words', kk: 'Сөздеріңіз', ru: 'Ваши слова', de: 'Ihre Worte' },
    ...{ es: 'Sus palabras', ar: 'كلماتكم', zh: '您的话' },
  },
} satisfies Record<string, LocalText>;

/** Nurse AI Readiness, then two questions in own words on a page of their own. */
export const wordsInstrument: Instrument = {
  ...nurseAiReadiness,
  slug: 'readiness-in-words',
  textItems: [
    { id: 'why', stem: texts.why, easyRead: { en: 'Why is that?' }, maximumLength: 300 },
    { id: 'more', stem: texts.more, easyRead: { en: 'What else?' }, maximumLength: 300 },
  ],
  pages: [
    ...nurseAiReadiness.pages,
    { id: 'own-words', title: texts.page, items: ['why', 'more'] },
  ],
};

export type WordsStudy = Fielded & {
  panelId: string;
  named: Member;
  facilitator: Member;
  moderator: Member;
};

/** An open study that asks for words, and the panel of the whole organisation that reads them. */
export async function fieldWords(options: FieldedOptions = {}): Promise<WordsStudy> {
  const fielded = await fieldStudy({
    ...{ instrument: wordsInstrument, minimumCellSize: 3, covariates: ['role'] },
    ...options,
  });
  const { organisationId, siteIds } = fielded;
  const workspace = { organisationId, siteIds, siteNames: [] };
  const named = await createMember(workspace, 'model-owner');
  const [activityId, panelId] = [randomUUID(), randomUUID()];
  const text = { en: 'Words', ar: 'كلمات', zh: '话' };
  const db = getDatabase();
  await db.insert(activities).values({
    ...{ organisationId, siteId: null, id: activityId, title: text, aim: text, informs: 'study' },
    ...{ informedName: 'A study', stage: 'design', influence: 'involve', outputsOwner: text },
    ...{ startsOn: '2026-03-01', outOfScope: text },
  });
  await db.insert(panels).values({
    ...{ organisationId, siteId: null, activityId, id: panelId, slug: `words-${panelId}` },
    ...{ title: text, about: text, languages: ['en'], state: 'open', policy: text },
    ...{ policyPublishedOn: '2026-03-01', safeguardingUserId: named.userId },
  });
  await db.update(studies).set({ wordsPanelId: panelId }).where(eq(studies.id, fielded.studyId));
  await db.update(waves).set({ opensOn: '2026-03-01' }).where(eq(waves.id, fielded.waveId));
  const facilitator = await createMember(workspace, 'facilitator');
  const moderator = await createMember(workspace, 'moderator');
  return { ...fielded, panelId, named, facilitator, moderator };
}

export type Written = { why?: string; more?: string; quote?: boolean; language?: string };

/** Saves the page of own words as a form without script sends it. */
export function writePage(
  ballot: Ballot,
  { why = '', more = '', quote = false, language = 'en' }: Written,
) {
  const fields = new Map([
    ['words.why', why],
    ['words.more', more],
  ]);
  if (quote) fields.set('quote.why', 'yes').set('quote.more', 'yes');
  return savePage({ ballot, pageId: 'own-words', fields, wanted: [language] });
}

/** Answers with `code`, writes and sends. */
export async function writeAndSend(
  study: WordsStudy,
  { code = '4', ...written }: Written & { code?: string },
): Promise<Ballot> {
  const ballot = await beginAndConsent(study);
  await answerPage(ballot, 'everyday-work', { 'nai-1': code });
  await writePage(ballot, written);
  await submitBallot({ ballot, completionMode: 'self' });
  return ballot;
}
