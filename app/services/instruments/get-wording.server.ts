import type { Member } from '#db/actor.server.ts';
import type { Instrument } from '#surveys/model/instrument.ts';
import type { Language } from '#surveys/model/languages.ts';
import { textItemsOf } from '#surveys/model/text-items.ts';
import { listWording } from '#surveys/model/wording.ts';
import { lintTranslations } from '#surveys/quality/lint-translations.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { requireVersion, type VersionAddress } from './internal.server.ts';

/** What a text belongs to: an item, an option, a page or a scale, by its code. */
function subjectOf(document: Instrument, path: string): string {
  const { items, optionSets, pages, scales } = document;
  const [, room = '', index = '', , position = ''] = path.split('/');
  const at = Number(index);
  const set = optionSets[at];
  switch (room) {
    case 'items':
      return items[at]?.id ?? '';
    case 'textItems':
      return textItemsOf(document)[at]?.id ?? '';
    case 'optionSets':
      return `${set?.id ?? ''} ${set?.options[Number(position)]?.code ?? ''}`;
    case 'pages':
      return pages[at]?.id ?? '';
    default:
      return scales[at]?.id ?? '';
  }
}

/** The texts of one language beside the source, with what the lint found in each. */
export async function getWording(
  member: Member,
  { language, ...address }: VersionAddress & { language: Language },
) {
  authorise(member, 'instruments.edit');
  const version = await withActor(member, (tx) => requireVersion(tx, member, address));
  if (version.state !== 'draft') {
    throw new ServiceError('illegal-state', 'version-published', { number: version.number });
  }
  const { document, contentHash } = version;
  const { sourceLanguage } = document;
  const wording = listWording(document);
  const hasEasyRead = wording.some(
    ({ register, text }) =>
      register === 'easy-read' &&
      (text[sourceLanguage] !== undefined || text[language] !== undefined),
  );
  const findings = lintTranslations(document, [language]);
  const declared = (register: 'standard' | 'easy-read') =>
    document.versions.find((v) => v.language === language && v.register === register) ?? null;
  return {
    title: document.title,
    baseHash: contentHash,
    sourceLanguage,
    isSource: language === sourceLanguage,
    standard: declared('standard'),
    easyRead: declared('easy-read'),
    hasEasyRead,
    texts: wording
      .filter(({ register }) => register === 'standard' || hasEasyRead)
      .map(({ path, text }) => ({
        path,
        subject: subjectOf(document, path),
        text: text[language] ?? '',
        source: text[sourceLanguage] ?? '',
        findings: findings.filter((finding) => finding.path === path),
      })),
  };
}
