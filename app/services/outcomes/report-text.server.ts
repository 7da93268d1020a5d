import { localText, type Language, type LocalText } from '#surveys/model/languages.ts';
import { defaultLanguage } from '../../i18n/locales.ts';
import { longDay } from '../../i18n/long-day.ts';
import { factSentence } from './fact-sentence.ts';
import { translateInto } from '../../i18n/translate.server.ts';
import { env } from '../../env.server.ts';
import type { ReportContent, ReportedItem } from './report-content.ts';
import type { Fact } from './report-facts.ts';
import { ratingSentence } from './rating-sentence.ts';

export type Evidence = { text: string; address: string };
export type WrittenItem = {
  section: string | null;
  heading: string;
  /** In the facilitators' words. */
  narrative: string[];
  evidence: Evidence[];
  /** Said where there is neither evidence nor a word. */
  nothing: string | null;
  scores: string[];
};
export type WrittenReport = {
  language: Language;
  title: string;
  lines: string[];
  evidenceTitle: string;
  items: WrittenItem[];
};

type Frozen = {
  content: ReportContent;
  number: number;
  publishedOn: string;
  contentHash: string;
  supersededOn: string | null;
};

/** Where a fact can be seen; reports are read outside the application too, so addresses are whole. */
function addressOf(panelId: string, { page }: Fact): string {
  const path = page.startsWith('/') ? page : `/panels/${panelId}/${page}`;
  return new URL(path, env().publicUrl).href;
}

/** A frozen report in words, ready to be laid out. */
export async function writeReport(
  panelId: string,
  { content, number, publishedOn, contentHash, supersededOn }: Frozen,
  language: Language,
): Promise<WrittenReport> {
  const t = (await translateInto(language)).getFixedT(language, 'outcomes');
  const say = (text: LocalText) => localText(text, language, defaultLanguage);
  const day = (on: string) => longDay(language, on);
  const { kind, minimumGroup } = content;
  let before: number | null = null;
  function writeItem(item: ReportedItem): WrittenItem {
    const isNew = item.section !== null && item.section !== before;
    before = item.section;
    const narrative = item.narrative.split(/\n+/).filter((line) => line.trim() !== '');
    const evidence = item.facts.map((fact) => ({
      text: factSentence(t, language, fact),
      address: addressOf(panelId, fact),
    }));
    const isEmpty = narrative.length === 0 && evidence.length === 0;
    return {
      section: isNew ? t(`section.${String(item.section)}` as 'section.1') : null,
      heading: t(`item.${kind}.${item.id}` as 'item.gripp2-short.aim'),
      ...{ narrative, evidence },
      nothing: isEmpty ? t('report.noRecord') : null,
      scores: [
        ...(item.selfScore === '' ? [] : [t('report.selfScoreIs', { score: item.selfScore })]),
        ...item.ratings.map((rating) => ratingSentence(t, language, rating)),
      ],
    };
  }
  return {
    language,
    title: `${t(`form.${kind}`)}: ${say(content.title)}`,
    lines: [
      t('report.versionLine', { number, date: day(publishedOn) }),
      ...(supersededOn === null ? [] : [t('report.superseded', { date: day(supersededOn) })]),
      t('report.countsLine', { minimum: minimumGroup }),
      t('public.noSimulated'),
      t('report.hash', { hash: contentHash }),
    ],
    evidenceTitle: t('report.records'),
    items: content.items.map(writeItem),
  };
}
