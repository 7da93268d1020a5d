import { defaultConsent } from '#app/services/studies/default-consent/default-consent.ts';
import type { LocalText } from '#surveys/model/languages.ts';
import type { DemoLanguage } from './people.ts';

/** What this survey asks, in place of what the usual one does; its page says how long it takes. */
const openings: Record<DemoLanguage, string> = {
  en: 'This survey asks how your last shift with the warning system was. The results help the people who decide about the system here.',
  kk: 'Бұл сауалнамада ескерту жүйесімен өткен соңғы ауысымыңыз туралы сұралады. Нәтижелер осы жерде жүйе туралы шешім қабылдайтын адамдарға көмектеседі.',
  ar: 'يسأل هذا الاستبيان عن نوبتكم الأخيرة مع نظام الإنذار. تساعد النتائج من يقررون بشأن النظام هنا.',
};

/** The usual text with an opening of its own. */
export function demoSurveyConsent(): LocalText {
  const usual = defaultConsent('anonymous');
  const own = Object.entries(openings).map(([language, opening]) => {
    const [, ...rest] = usual[language as DemoLanguage].split('\n\n');
    return [language, [opening, ...rest].join('\n\n')];
  });
  return Object.fromEntries(own) as LocalText;
}
