import type { Member } from '#db/actor.server.ts';
import { listPublishedVersions } from '#db/queries/instrument.server.ts';
import { insertPrompt } from '#db/queries/panel-round.server.ts';
import { languageSchema } from '#surveys/model/languages.ts';
import { ServiceError } from '../../errors.ts';
import { languageNames } from '../../i18n/locales.ts';
import { changePanel } from '../panels/change-panel.server.ts';
import { requireRoundIn, saveRoundRow, type RoundName } from '../panels/internal.server.ts';
import { languagesWithout } from '../panels/languages-without.ts';
import { debriefingQuestion } from './job-questions.ts';

/**
 * Asks people of a panel how they understand items of a published instrument: a prompt for each item,
 * with its wording in every language of the panel. Answers with how many were added.
 */
export async function addDebriefing(
  member: Member,
  input: RoundName & { revision: number; instrumentVersionId: string; itemIds: readonly string[] },
): Promise<{ prompts: number }> {
  const { panelId, roundId, revision, instrumentVersionId, itemIds } = input;
  const { organisationId } = member;
  if (itemIds.length === 0) throw new ServiceError('invalid', 'job-items-missing');
  return changePanel(member, { panelId, permission: 'panels.manage' }, async (tx, panel) => {
    const name = { panelId, roundId };
    await requireRoundIn(tx, member, { ...name, states: ['draft'] });
    await saveRoundRow(tx, member, { ...name, revision, change: {} });
    const versions = await listPublishedVersions(tx, { organisationId });
    const document = versions.find(({ id }) => id === instrumentVersionId)?.document;
    if (!document) throw new ServiceError('invalid', 'instrument-not-published');
    const items = document.items.filter(({ id }) => itemIds.includes(id));
    if (items.length < itemIds.length) throw new ServiceError('invalid', 'job-items-missing');
    const languages = panel.languages.map((tag) => languageSchema.parse(tag));
    for (const item of items) {
      const [missing] = languagesWithout(item.stem, languages);
      if (missing)
        throw new ServiceError('invalid', 'job-wording-missing', {
          language: languageNames[missing],
        });
      await insertPrompt(tx, {
        ...{ organisationId, ...name, kind: 'debriefing' },
        text: debriefingQuestion(languages, item.stem),
        easyRead: item.easyRead ? debriefingQuestion(languages, item.easyRead) : {},
        about: { kind: 'item', instrumentVersionId, itemId: item.id },
      });
    }
    return { prompts: items.length };
  });
}
