import type { Member } from '#db/actor.server.ts';
import {
  insertTranslation,
  listTranslations,
} from '#db/queries/contribution-translation.server.ts';
import type { Language } from '#surveys/model/languages.ts';
import { env } from '../../env.server.ts';
import { ServiceError } from '../../errors.ts';
import { auditPanel, changePanel } from '../panels/change-panel.server.ts';
import { askTranslationModel } from './ask-translation-model.server.ts';
import type { ContributionIds } from './get-contribution.server.ts';
import { requireTranslatable } from './get-translations.server.ts';

/**
 * Has a model draft a translation of the redacted words. The trail records it before they leave, so that a
 * model that fails is recorded too; what comes back is kept as the machine's, unchecked, and only if the
 * words are still those that were sent and nobody has translated them meanwhile.
 */
export async function draftTranslation(
  member: Member,
  { language, ...ids }: ContributionIds & { language: Language },
  {
    service = env().translation,
    timeoutMs,
  }: { service?: ReturnType<typeof env>['translation']; timeoutMs?: number } = {},
): Promise<void> {
  if (!service) throw new ServiceError('illegal-state', 'model-off');
  const { model } = service;
  const { panelId, contributionId } = ids;
  const change = {
    panelId,
    permission: 'contributions.translate',
    states: ['open', 'closed'],
  } as const;
  const ofContribution = { organisationId: member.organisationId, ...ids };
  const source = await changePanel(member, change, async (tx) => {
    const contribution = await requireTranslatable(tx, ofContribution);
    if (contribution.language === language) throw new ServiceError('invalid', 'same-language');
    const translations = await listTranslations(tx, ofContribution);
    if (translations.some((one) => one.language === language)) {
      throw new ServiceError('conflict', 'translation-changed');
    }
    await auditPanel(tx, member, {
      action: 'contribution.machine-translated',
      panelId,
      detail: { contribution: contributionId, language, model },
    });
    return contribution;
  });
  const words = { text: source.text, from: source.language, to: language };
  const text = await askTranslationModel(service, words, timeoutMs);
  await changePanel(member, change, async (tx) => {
    const now = await requireTranslatable(tx, ofContribution);
    if (now.text !== source.text) throw new ServiceError('conflict', 'contribution-changed');
    const kept = await insertTranslation(tx, {
      ...{ ...ofContribution, language, text, origin: 'machine' },
      ...{ by: model, byUserId: null },
    });
    if (!kept) throw new ServiceError('conflict', 'translation-changed');
  });
}
