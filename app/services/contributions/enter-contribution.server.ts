import type { Member } from '#db/actor.server.ts';
import type { Transaction } from '#db/database.ts';
import { findMemberByNumber, listOpenPrompts } from '#db/queries/panel-entry.server.ts';
import { lockPerson } from '#db/queries/panel-person.server.ts';
import { shareRound } from '#db/queries/panel-rounds-of-person.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import { announceMail } from '../mail/announce-mail.server.ts';
import { auditPanel } from '../panels/change-panel.server.ts';
import { readPanel, type Panel } from '../panels/read-panel.server.ts';
import { takesAnswers } from '../panels/takes-answers.ts';
import { findNamedPerson } from '../safeguarding/find-named-person.server.ts';
import { markRoundDone } from '../taking-part/mark-round-done.server.ts';
import type { Entry } from './entry-schema.ts';
import { keepContribution } from './keep-contribution.server.ts';

type Scribe = Member & { user: { name: string } };
type Prompt = Awaited<ReturnType<typeof listOpenPrompts>>[number];

/** A margin prompt asks for a number within its range; others ask for none. */
function valueFor({ about }: Prompt, value: number | undefined): number | null {
  if (about?.kind !== 'margin') return null;
  if (value === undefined || value < about.low || value > about.high) {
    throw new ServiceError('invalid', 'value-out-of-range', { low: about.low, high: about.high });
  }
  return value;
}

/** Who is entered for and what they answer, as the scribe may see it. */
async function prepare(tx: Transaction, panel: Panel, entry: Entry) {
  if (panel.state !== 'open') throw new ServiceError('illegal-state', `panel-is-${panel.state}`);
  if (panel.policyPublishedOn === null) {
    throw new ServiceError('illegal-state', 'policy-not-published');
  }
  const ofPanel = { organisationId: panel.organisationId, panelId: panel.id };
  const person = await findMemberByNumber(tx, { ...ofPanel, number: entry.number });
  if (!person) throw new ServiceError('invalid', 'member-not-active');
  const prompts = await listOpenPrompts(tx, ofPanel);
  const prompt = prompts.find(({ id }) => id === entry.promptId);
  if (!prompt) throw new ServiceError('illegal-state', 'prompt-not-open');
  const value = valueFor(prompt, entry.value);
  return { panel, value, memberId: person.id, roundId: prompt.roundId };
}

/** What was said by a round's last day may still be written down until somebody closes the round. */
async function requireRoundOn(
  tx: Transaction,
  ofRound: Parameters<typeof shareRound>[1],
  day: string,
): Promise<void> {
  const round = await shareRound(tx, ofRound);
  if (round?.state !== 'open') throw new ServiceError('illegal-state', 'prompt-not-open');
  if (!takesAnswers(round, day)) throw new ServiceError('invalid', 'read-back-late');
}

/**
 * Keeps what somebody said by phone, on paper or in a workshop: a contribution like any other, after the
 * scribe read it back to them. It names the scribe and the day of reading back, and the trail keeps that
 * somebody wrote in another's name. The system writes it, for the words are out of the scribe's reach
 * from then on.
 */
export async function enterContribution(
  member: Scribe,
  { panelId, entry }: { panelId: string; entry: Entry },
): Promise<void> {
  if (entry.readBackOn > today()) throw new ServiceError('invalid', 'read-back-in-future');
  const permission = 'panel-members.manage';
  const { organisationId } = member;
  const given = await readPanel(member, { panelId, permission }, (tx, panel) =>
    prepare(tx, panel, entry),
  );
  const { panel, memberId, roundId, value } = given;
  const person = { organisationId, panelId, memberId };
  const named = await findNamedPerson(panel);
  await withActor({ kind: 'system', organisationId }, async (tx) => {
    const held = await lockPerson(tx, person);
    if (held?.state !== 'active') throw new ServiceError('invalid', 'member-not-active');
    await requireRoundOn(tx, { ...person, roundId }, entry.readBackOn);
    const { promptId, language, mode, readBackOn, text: words, names } = entry;
    const register = held.register === 'easy-read' ? 'easy-read' : 'standard';
    const said = { ...person, roundId, promptId, language, register, value } as const;
    const written = { mode, scribe: member.user.name, readBackOn, by: member.userId };
    const isNew = await keepContribution(
      tx,
      { ...said, ...written, words, names },
      { panel, named },
    );
    if (!isNew) throw new ServiceError('conflict', 'contribution-exists', { number: entry.number });
    await markRoundDone(tx, { ...person, roundId });
    await auditPanel(tx, member, {
      action: 'contribution.entered',
      panelId,
      detail: { member: entry.number, mode, prompt: promptId },
    });
  });
  await announceMail();
}
