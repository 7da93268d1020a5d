import type { Member } from '#db/actor.server.ts';
import { lintTranslations } from '#surveys/quality/lint-translations.ts';
import { languages } from '#surveys/model/languages.ts';
import { isPilotLanguage, publishingProblems } from '#surveys/model/publishable.ts';
import { missingWording } from '#surveys/model/wording.ts';
import { withActor } from '../../database.server.ts';
import { authorise, can } from '../../permissions.ts';
import { declaredLanguages } from './declared-languages.ts';
import { requireVersion, type VersionAddress } from './internal.server.ts';

/** A version as its page shows it: the document and what is known about its wording. */
export async function getVersion(member: Member, address: VersionAddress) {
  authorise(member, 'instruments.read');
  const version = await withActor(member, (tx) => requireVersion(tx, member, address));
  const { document } = version;
  const isDraft = version.state === 'draft';
  const findings = lintTranslations(document);
  return {
    ...version,
    instrumentId: address.instrumentId,
    findings,
    problems: publishingProblems(document, declaredLanguages(document)),
    languages: languages.map((language) => ({
      language,
      versions: document.versions.filter((declared) => declared.language === language),
      isPilot: isPilotLanguage(document, language),
      missing: missingWording(document, language, 'standard').length,
      findings: findings.filter((finding) => finding.language === language).length,
    })),
    mayEditWording: isDraft && can(member, 'instruments.edit'),
    mayDesign: isDraft && can(member, 'instruments.design'),
    mayPublish: isDraft && can(member, 'instruments.publish'),
  };
}

export type VersionPage = Awaited<ReturnType<typeof getVersion>>;
