import { and, asc, eq } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { panelMembers } from '../schema/panel-member.ts';
import { panelPrompts, panelRounds } from '../schema/panel-round.ts';

type OfPanel = { organisationId: string; panelId: string };

export async function findMemberByNumber(tx: Transaction, params: OfPanel & { number: number }) {
  const [row] = await tx
    .select({
      id: panelMembers.id,
      state: panelMembers.state,
      register: panelMembers.register,
    })
    .from(panelMembers)
    .where(
      and(
        eq(panelMembers.organisationId, params.organisationId),
        eq(panelMembers.panelId, params.panelId),
        eq(panelMembers.number, params.number),
      ),
    );
  return row;
}

/** What can be answered now, in the order in which it is asked. */
export async function listOpenPrompts(tx: Transaction, params: OfPanel) {
  return tx
    .select({
      id: panelPrompts.id,
      roundId: panelPrompts.roundId,
      roundNumber: panelRounds.number,
      position: panelPrompts.position,
      kind: panelPrompts.kind,
      text: panelPrompts.text,
      about: panelPrompts.about,
    })
    .from(panelPrompts)
    .innerJoin(
      panelRounds,
      and(
        eq(panelRounds.organisationId, panelPrompts.organisationId),
        eq(panelRounds.id, panelPrompts.roundId),
      ),
    )
    .where(
      and(
        eq(panelPrompts.organisationId, params.organisationId),
        eq(panelPrompts.panelId, params.panelId),
        eq(panelRounds.state, 'open'),
        eq(panelRounds.source, 'panel'),
      ),
    )
    .orderBy(asc(panelRounds.number), asc(panelPrompts.position));
}
