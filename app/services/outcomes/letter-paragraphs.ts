import type { TFunction } from 'i18next';
import { localText, type Language, type LocalText } from '#surveys/model/languages.ts';
import { isolateIn } from '../../i18n/isolate.ts';
import { defaultLanguage } from '../../i18n/locales.ts';
import { longDay } from '../../i18n/long-day.ts';
import { factSentence } from './fact-sentence.ts';
import type { NewsOfPerson } from './read-news.server.ts';
import { voteFacts } from './vote-facts.ts';

type Letter = { news: NewsOfPerson; name: string; organisation: string; contact: string };

/** A letter that says what became of what one person said, for who reads no mail. */
export function letterParagraphs(
  t: TFunction<'outcomes'>,
  language: Language,
  { news, name, organisation, contact }: Letter,
): string[] {
  const isolate = isolateIn(language);
  const say = (text: LocalText) => isolate(localText(text, language, defaultLanguage));
  const suggestions = news.suggestions.flatMap(({ text, decisions, changes }) => {
    const last = decisions.at(-1);
    if (!last) return [];
    return [
      t('letters.suggestion', { text: say(text) }),
      t('letters.decision', {
        verdict: t(`verdict.${last.verdict}`),
        reason: say(last.reason),
        by: isolate(last.decidedBy),
        date: longDay(language, last.decidedOn),
      }),
      ...changes.map(({ what }) => t('letters.change', { what: say(what) })),
    ];
  });
  const fates = news.contributions.map(({ kind, prompt }) =>
    t('letters.fate', { prompt: say(prompt), fate: t(`fate.${kind}`) }),
  );
  const rounds = news.rounds.flatMap(({ title, outcome, votes }) => [
    t('letters.round', { title: say(title), outcome: say(outcome) }),
    ...voteFacts(votes).map((fact) => factSentence(t, language, fact)),
  ]);
  return [
    name === '' ? t('letters.hello') : t('letters.helloName', { name: isolate(name) }),
    t('letters.intro', { organisation: isolate(organisation) }),
    ...suggestions,
    ...fates,
    ...rounds,
    t('letters.contact', { contact: isolate(contact) }),
  ];
}
