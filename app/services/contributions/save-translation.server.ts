import type { Member } from '#db/actor.server.ts';
import {
  insertTranslation,
  rewriteTranslation,
} from '#db/queries/contribution-translation.server.ts';
import type { Language } from '#surveys/model/languages.ts';
import { ServiceError } from '../../errors.ts';
import { contentHash } from '../content-hash.server.ts';
import { auditPanel, changePanel } from '../panels/change-panel.server.ts';
import type { ContributionIds } from './get-contribution.server.ts';
import { requireTranslatable } from './get-translations.server.ts';

type Wording = {
  language: Language;
  text: string;
  /** The one that was shown; 0 where there was none. */
  revision: number;
  /** Of the words that were translated: of what is taken out meanwhile no translation may be left. */
  source: string;
};

/** Keeps a person's translation, unchecked, in place of an earlier one or a draft of a model. */
export async function saveTranslation(
  member: Member & { user: { name: string } },
  { language, text, revision, source, ...ids }: ContributionIds & Wording,
): Promise<void> {
  const { panelId, contributionId } = ids;
  const change = {
    panelId,
    permission: 'contributions.translate',
    states: ['open', 'closed'],
  } as const;
  await changePanel(member, change, async (tx) => {
    const ofContribution = { organisationId: member.organisationId, ...ids };
    const contribution = await requireTranslatable(tx, ofContribution);
    if (contentHash(contribution.text) !== source) {
      throw new ServiceError('conflict', 'contribution-changed');
    }
    if (contribution.language === language) throw new ServiceError('invalid', 'same-language');
    const written = {
      ...{ ...ofContribution, language, text, origin: 'human' as const },
      ...{ by: member.user.name, byUserId: member.userId },
    };
    const saved =
      revision === 0
        ? await insertTranslation(tx, written)
        : await rewriteTranslation(tx, { ...written, revision });
    if (!saved) throw new ServiceError('conflict', 'translation-changed');
    await auditPanel(tx, member, {
      action: 'contribution.translated',
      panelId,
      detail: { contribution: contributionId, language },
    });
  });
}
