import type { Member } from '#db/actor.server.ts';
import { listConsentVersions } from '#db/queries/study.server.ts';
import type { Language } from '#surveys/model/languages.ts';
import { isPilotLanguage } from '#surveys/model/publishable.ts';
import { lintTranslations } from '#surveys/quality/lint-translations.ts';
import { readStudy } from './get-study-frame.server.ts';

/** Where the words of each language of a study come from, and who checked them. */
export async function getLanguages(member: Member, { studyId }: { studyId: string }) {
  const { organisationId } = member;
  return readStudy(member, studyId, async (tx, study) => {
    const [consent] = await listConsentVersions(tx, { organisationId, studyId });
    const { instrument } = study;
    return {
      instrument: {
        id: study.instrumentId,
        number: study.instrumentNumber,
        title: instrument.title,
      },
      languages: study.languages.map((tag) => {
        const language = tag as Language;
        const declared = instrument.versions.filter((version) => version.language === language);
        const standard = declared.find(({ register }) => register === 'standard');
        return {
          language,
          origin: standard?.origin ?? null,
          translatedBy: standard?.translatedBy ?? null,
          checkedBy: standard?.checkedBy ?? null,
          hasEasyRead: declared.some(({ register }) => register === 'easy-read'),
          isPilot: isPilotLanguage(instrument, language),
          hasConsent: Boolean(consent?.texts[language]),
          findings: lintTranslations(instrument, [language]).length,
        };
      }),
    };
  });
}
