import type { Member } from '#db/actor.server.ts';
import type { Transaction } from '#db/database.ts';
import { listHeldAnswers } from '#db/queries/held-answer.server.ts';
import { listOpenMemberInvitations } from '#db/queries/member-invitation.server.ts';
import { countMails } from '#db/queries/outbox.server.ts';
import {
  countDraftPanels,
  countOpenAppeals,
  countOverdueRounds,
  countUnseenConcerns,
  countWaitingContributions,
} from '#db/queries/panel-waiting.server.ts';
import { listRetention } from '#db/queries/retention.server.ts';
import { countStudiesByState } from '#db/queries/start.server.ts';
import { withActor } from '../../database.server.ts';
import { addDays } from '../../days.ts';
import { can } from '../../permissions.ts';
import { firstWarningDays, retentionPlan } from '../retention/retention-plan.ts';
import { waitingForMoney, waitingOfSystems } from './waiting-of-systems.server.ts';
import type { Waiting } from './waiting.ts';

/** Of panels. A concern waits for the person named for it, whatever their role. */
async function waitingInPanels(tx: Transaction, member: Member, today: string): Promise<Waiting[]> {
  const { organisationId } = member;
  const waiting: Waiting[] = [
    { kind: 'concerns', count: await countUnseenConcerns(tx, { organisationId }) },
  ];
  if (can(member, 'contributions.moderate')) {
    const { received, redacted } = await countWaitingContributions(tx, { organisationId });
    const appeals = await countOpenAppeals(tx, { organisationId });
    waiting.push({ kind: 'appeals', count: appeals });
    waiting.push({ kind: 'redactions', count: received });
    waiting.push({ kind: 'moderations', count: redacted });
  }
  waiting.push(await heldAnswers(tx, member));
  if (can(member, 'panels.manage')) {
    const overdue = await countOverdueRounds(tx, { organisationId, today });
    waiting.push({ kind: 'overdueRounds', count: overdue });
    waiting.push({ kind: 'draftPanels', count: await countDraftPanels(tx, { organisationId }) });
  }
  return waiting;
}

/** Answers that were taken out, and wait for who may write them anew. */
async function heldAnswers(tx: Transaction, member: Member): Promise<Waiting> {
  const { flags, replies } = await listHeldAnswers(tx, member);
  const held = [
    ...(can(member, 'themes.manage') ? flags.map((one) => ({ ...one, page: 'flags' })) : []),
    ...(can(member, 'panel-reports.publish')
      ? replies.map((one) => ({ ...one, page: 'check' }))
      : []),
  ];
  const [first] = held;
  return {
    kind: 'heldAnswers',
    count: held.reduce((sum, { n }) => sum + n, 0),
    href: first && `/panels/${first.panelId}/themes/${first.codingId}/${first.page}`,
  };
}

/** What waits for the person in their role, the most pressing first; nothing that does not concern it. */
export async function getStart(member: Member, today: string): Promise<Waiting[]> {
  const { organisationId } = member;
  const money = await waitingForMoney(member);
  return withActor(member, async (tx) => {
    const waiting = [...(await waitingOfSystems(tx, member, today)), ...money];
    waiting.push(...(await waitingInPanels(tx, member, today)));
    if (can(member, 'retention.manage')) {
      const soon = addDays(today, firstWarningDays);
      const due = (await listRetention(tx, { organisationId })).filter((study) => {
        const plan = retentionPlan(study, today);
        return study.deletedOn === null && plan.state === 'scheduled' && plan.deletesOn <= soon;
      });
      waiting.push({ kind: 'deletions', count: due.length });
    }
    if (can(member, 'outbox.read')) {
      const mails = await countMails(tx, { organisationId });
      const unsent = mails.filter(({ state }) => state !== 'sent');
      waiting.push({ kind: 'mails', count: unsent.reduce((sum, { n }) => sum + n, 0) });
    }
    if (can(member, 'people.manage')) {
      const invitations = await listOpenMemberInvitations(tx, { organisationId });
      waiting.push({ kind: 'invitations', count: invitations.length });
    }
    const studies = await countStudiesByState(tx, { organisationId });
    if (can(member, 'studies.edit')) {
      waiting.push({ kind: 'drafts', count: studies.draft });
      waiting.push({ kind: 'open', count: studies.open });
    }
    if (can(member, 'results.read')) waiting.push({ kind: 'closed', count: studies.closed });
    return waiting.filter(({ count }) => count > 0);
  });
}
