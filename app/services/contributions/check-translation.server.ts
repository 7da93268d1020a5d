import type { Member } from '#db/actor.server.ts';
import {
  listTranslations,
  markTranslationChecked,
} from '#db/queries/contribution-translation.server.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import { auditPanel, changePanel } from '../panels/change-panel.server.ts';
import type { ContributionIds } from './get-contribution.server.ts';
import { requireTranslatable } from './get-translations.server.ts';

/** Accepts a translation as right: another person than who wrote it, and the words that person read. */
export async function checkTranslation(
  member: Member & { user: { name: string } },
  { language, revision, ...ids }: ContributionIds & { language: string; revision: number },
): Promise<void> {
  const { panelId, contributionId } = ids;
  const change = {
    panelId,
    permission: 'contributions.translate',
    states: ['open', 'closed'],
  } as const;
  await changePanel(member, change, async (tx) => {
    const ofContribution = { organisationId: member.organisationId, ...ids };
    await requireTranslatable(tx, ofContribution);
    const translations = await listTranslations(tx, ofContribution);
    const translation = translations.find((one) => one.language === language);
    if (!translation) throw new ServiceError('conflict', 'translation-changed');
    if (translation.byUserId === member.userId) {
      throw new ServiceError('illegal-state', 'own-translation');
    }
    const checked = await markTranslationChecked(tx, {
      ...{ ...ofContribution, language, revision },
      ...{ by: member.user.name, on: today() },
    });
    if (!checked) throw new ServiceError('conflict', 'translation-changed');
    await auditPanel(tx, member, {
      action: 'contribution.translation-checked',
      panelId,
      detail: { contribution: contributionId, language, origin: translation.origin },
    });
  });
}
