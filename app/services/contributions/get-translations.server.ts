import type { Member } from '#db/actor.server.ts';
import { listTranslations } from '#db/queries/contribution-translation.server.ts';
import { findContribution } from '#db/queries/contribution.server.ts';
import type { Transaction } from '#db/database.ts';
import { env } from '../../env.server.ts';
import { ServiceError } from '../../errors.ts';
import { contentHash } from '../content-hash.server.ts';
import { readPanel } from '../panels/read-panel.server.ts';
import type { ContributionIds } from './get-contribution.server.ts';

/** Only what has been redacted is translated, by people and by models. */
export async function requireTranslatable(
  tx: Transaction,
  ids: ContributionIds & { organisationId: string },
) {
  const contribution = await findContribution(tx, ids);
  if (!contribution) throw new ServiceError('not-found');
  const { state, text } = contribution;
  if ((state !== 'redacted' && state !== 'accepted') || text === null) {
    throw new ServiceError('illegal-state', 'not-translatable');
  }
  return { ...contribution, text };
}

/** The words and their translations, side by side, and what the reader may do with each. */
export async function getTranslations(member: Member, ids: ContributionIds) {
  const permission = 'contributions.translate';
  return readPanel(member, { panelId: ids.panelId, permission }, async (tx) => {
    const ofContribution = { organisationId: member.organisationId, ...ids };
    const contribution = await requireTranslatable(tx, ofContribution);
    const translations = await listTranslations(tx, ofContribution);
    return {
      contribution,
      /** Goes into the form: a translation is of the words that stand beside it. */
      source: contentHash(contribution.text),
      model: env().translation?.model ?? null,
      translations: translations.map(({ byUserId, ...translation }) => ({
        ...translation,
        isOwn: byUserId === member.userId,
      })),
    };
  });
}
