import { randomUUID } from 'node:crypto';
import type { Member, PanelMember } from '#db/actor.server.ts';
import type { Transaction } from '#db/database.ts';
import { addContributionEvent } from '#db/queries/contribution.server.ts';
import {
  findMemberByNumber,
  findReadConsent,
  insertContribution,
  listOpenPrompts,
} from '#db/queries/panel-entry.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import { auditPanel, changePanel } from '../panels/change-panel.server.ts';
import { raisePhraseConcern } from '../safeguarding/raise-phrase-concern.server.ts';
import { tellNamedPerson } from '../safeguarding/tell-named-person.server.ts';
import type { Entry } from './entry-schema.ts';

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

/** Who is entered for and what they answer; the trail keeps that somebody wrote in another's name. */
async function prepare(member: Scribe, { panelId, entry }: { panelId: string; entry: Entry }) {
  const change = { panelId, permission: 'panel-members.manage', states: ['open'] } as const;
  return changePanel(member, change, async (tx, panel) => {
    if (panel.policyPublishedOn === null) {
      throw new ServiceError('illegal-state', 'policy-not-published');
    }
    const ofPanel = { organisationId: member.organisationId, panelId };
    const person = await findMemberByNumber(tx, { ...ofPanel, number: entry.number });
    if (person?.state !== 'active') throw new ServiceError('invalid', 'member-not-active');
    const prompts = await listOpenPrompts(tx, ofPanel);
    const prompt = prompts.find(({ id }) => id === entry.promptId);
    if (!prompt) throw new ServiceError('illegal-state', 'prompt-not-open');
    const value = valueFor(prompt, entry.value);
    await auditPanel(tx, member, {
      action: 'contribution.entered',
      panelId,
      detail: { member: entry.number, mode: entry.mode, prompt: prompt.id },
    });
    return { person, prompt, value };
  });
}

async function keep(
  tx: Transaction,
  actor: PanelMember,
  {
    entry,
    scribe,
    ...given
  }: Awaited<ReturnType<typeof prepare>> & { entry: Entry; scribe: Scribe },
) {
  const { organisationId, panelId, memberId } = actor;
  const ofMember = { organisationId, panelId, memberId };
  const consent = await findReadConsent(tx, ofMember);
  if (!consent) throw new ServiceError('illegal-state', 'read-consent-missing');
  const contributionId = randomUUID();
  const isNew = await insertContribution(tx, {
    ...{ ...ofMember, id: contributionId, roundId: given.prompt.roundId, promptId: entry.promptId },
    ...{ consentId: consent.id, language: entry.language, register: given.person.register },
    ...{ mode: entry.mode, scribe: scribe.user.name, readBackOn: entry.readBackOn },
    ...{ value: given.value, sentOn: today(), text: entry.text },
    names: entry.names.split('\n').filter((name) => name.trim() !== ''),
  });
  if (!isNew) throw new ServiceError('conflict', 'contribution-exists', { number: entry.number });
  const ofContribution = { ...ofMember, contributionId };
  await addContributionEvent(tx, { ...ofContribution, kind: 'sent', by: scribe.userId });
  return raisePhraseConcern(tx, { ...ofContribution, text: entry.text });
}

/**
 * Keeps what somebody said by phone, on paper or in a workshop: a contribution like any other, written as
 * that person after the scribe read it back to them. It names the scribe and the day of reading back.
 */
export async function enterContribution(
  member: Scribe,
  { panelId, entry }: { panelId: string; entry: Entry },
): Promise<void> {
  if (entry.readBackOn > today()) throw new ServiceError('invalid', 'read-back-in-future');
  const prepared = await prepare(member, { panelId, entry });
  const actor: PanelMember = {
    kind: 'panel-member',
    organisationId: member.organisationId,
    panelId,
    memberId: prepared.person.id,
  };
  const concern = await withActor(actor, (tx) =>
    keep(tx, actor, { ...prepared, entry, scribe: member }),
  );
  if (concern) await tellNamedPerson(concern);
}
