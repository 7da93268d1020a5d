import type { Member } from '#db/actor.server.ts';
import { listConsentVersions } from '#db/queries/study.server.ts';
import type { Language } from '#surveys/model/languages.ts';
import { defaultConsent } from './default-consent/default-consent.ts';
import { readStudy } from './get-study-frame.server.ts';

/** The consent that holds, its older versions, and a text to start from where one is missing. */
export async function getConsent(member: Member, { studyId }: { studyId: string }) {
  const { organisationId } = member;
  return readStudy(member, studyId, async (tx, study) => {
    const versions = await listConsentVersions(tx, { organisationId, studyId });
    const defaults = defaultConsent(study.responseMode);
    const current = versions[0]?.texts ?? {};
    return {
      contact: study.contact,
      texts: study.languages.map((tag) => {
        const language = tag as Language;
        const text = current[language];
        return { language, text: text ?? defaults[language], isSaved: text !== undefined };
      }),
      versions: versions.map(({ number, contentHash, createdAt, texts }) => ({
        number,
        contentHash,
        createdAt,
        languages: Object.keys(texts).length,
      })),
    };
  });
}
