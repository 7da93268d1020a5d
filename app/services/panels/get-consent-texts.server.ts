import type { Member } from '#db/actor.server.ts';
import { listPanelConsentVersions } from '#db/queries/panel-set-up.server.ts';
import { languageSchema, type Language, type LocalText } from '#surveys/model/languages.ts';
import { consentPurposes } from './consent-purposes.ts';
import { defaultConsentTexts } from './default-consent/default-consent-texts.ts';
import { readPanel } from './read-panel.server.ts';

const parts = ['intro', ...consentPurposes] as const;
export type ConsentPart = (typeof parts)[number];

/** The newest version, a proposal where it has no words, and the versions there were. */
export async function getConsentTexts(member: Member, { panelId }: { panelId: string }) {
  const { organisationId } = member;
  return readPanel(member, { panelId }, async (tx, panel) => {
    const versions = await listPanelConsentVersions(tx, { organisationId, panelId });
    const newest = versions[0];
    const languages = panel.languages.map((tag) => languageSchema.parse(tag));
    const savedOf = (part: ConsentPart): LocalText =>
      (part === 'intro' ? newest?.intro : newest?.purposes[part]) ?? {};
    const texts = parts.map((part) => {
      const saved = savedOf(part);
      const proposed = languages.filter((language) => saved[language] === undefined);
      const text: Partial<Record<Language, string>> = { ...saved };
      for (const language of proposed) text[language] = defaultConsentTexts[language][part];
      return { part, saved, text, proposed };
    });
    return {
      texts,
      versions: versions.map(({ number, contentHash, createdAt }) => ({
        ...{ number, contentHash, createdAt },
      })),
    };
  });
}
