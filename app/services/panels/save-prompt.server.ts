import type { Member } from '#db/actor.server.ts';
import { deletePrompt, insertPrompt, updatePrompt } from '#db/queries/panel-round.server.ts';
import type { PromptAbout, PromptKind } from '#db/schema/panel-round.ts';
import type { LocalText } from '#surveys/model/languages.ts';
import { ServiceError } from '../../errors.ts';
import { changePanel } from './change-panel.server.ts';
import { requireRoundIn, saveRoundRow, type RoundName } from './internal.server.ts';

export type PromptInput = RoundName & {
  /** Of the round: two who change what it asks do not overwrite each other unseen. */
  revision: number;
  /** Null: another one, which comes last. */
  promptId: string | null;
  text: LocalText;
  easyRead: LocalText;
  kind?: PromptKind;
  about?: PromptAbout | null;
};

/** A question of a round that is still a draft. */
export async function savePrompt(
  member: Member,
  { panelId, roundId, revision, promptId, ...prompt }: PromptInput,
): Promise<{ promptId: string }> {
  if (Object.keys(prompt.text).length === 0) throw new ServiceError('invalid', 'words-missing');
  return changePanel(member, { panelId, permission: 'panels.manage' }, async (tx) => {
    const name = { panelId, roundId };
    await requireRoundIn(tx, member, { ...name, states: ['draft'] });
    await saveRoundRow(tx, member, { ...name, revision, change: {} });
    const { text, easyRead } = prompt;
    const values = { organisationId: member.organisationId, ...name, text, easyRead };
    // What a prompt is about stays when its words are changed.
    const { kind = 'free-text', about = null } = prompt;
    const saved =
      promptId === null
        ? await insertPrompt(tx, { ...values, kind, about })
        : await updatePrompt(tx, { ...values, promptId });
    if (!saved) throw new ServiceError('not-found');
    return { promptId: saved.id };
  });
}

export async function removePrompt(
  member: Member,
  input: RoundName & { revision: number; promptId: string },
): Promise<void> {
  const { panelId, roundId, revision, promptId } = input;
  await changePanel(member, { panelId, permission: 'panels.manage' }, async (tx) => {
    const name = { panelId, roundId };
    await requireRoundIn(tx, member, { ...name, states: ['draft'] });
    await saveRoundRow(tx, member, { ...name, revision, change: {} });
    const { organisationId } = member;
    if (!(await deletePrompt(tx, { organisationId, ...name, promptId }))) {
      throw new ServiceError('not-found');
    }
  });
}
