import { and, asc, desc, eq } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import {
  contributionDrafts,
  contributionOriginals,
  contributions,
  type IntakeMode,
} from '../schema/contribution.ts';
import { panelConsents, panelMembers } from '../schema/panel-member.ts';
import { panelPrompts, panelRounds } from '../schema/panel-round.ts';

type OfPanel = { organisationId: string; panelId: string };
type OfMember = OfPanel & { memberId: string };

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
      ),
    )
    .orderBy(asc(panelRounds.number), asc(panelPrompts.position));
}

/** The consent to be read that counts now: the newest, if it was granted. */
export async function findReadConsent(tx: Transaction, params: OfMember) {
  const [newest] = await tx
    .select({ id: panelConsents.id, granted: panelConsents.granted })
    .from(panelConsents)
    .where(
      and(
        eq(panelConsents.organisationId, params.organisationId),
        eq(panelConsents.memberId, params.memberId),
        eq(panelConsents.purpose, 'read'),
      ),
    )
    .orderBy(desc(panelConsents.number))
    .limit(1);
  return newest?.granted === true ? newest : undefined;
}

export type EnteredContribution = OfMember & {
  id: string;
  roundId: string;
  promptId: string;
  consentId: string;
  language: string;
  register: 'standard' | 'easy-read';
  mode: IntakeMode;
  scribe: string | null;
  readBackOn: string | null;
  value: number | null;
  sentOn: string;
};

/** The row of a contribution and its words; false where this person has answered the prompt already. */
export async function insertContribution(
  tx: Transaction,
  { text, names, ...row }: EnteredContribution & { text: string; names: string[] },
): Promise<boolean> {
  const [inserted] = await tx
    .insert(contributions)
    .values({ ...row, consentPurpose: 'read' })
    .onConflictDoNothing({
      target: [contributions.organisationId, contributions.memberId, contributions.promptId],
    })
    .returning({ id: contributions.id });
  if (!inserted) return false;
  const { organisationId, panelId, memberId, promptId } = row;
  await tx
    .insert(contributionOriginals)
    .values({ organisationId, panelId, contributionId: row.id, text, names, spans: [] });
  await tx
    .delete(contributionDrafts)
    .where(
      and(
        eq(contributionDrafts.organisationId, organisationId),
        eq(contributionDrafts.memberId, memberId),
        eq(contributionDrafts.promptId, promptId),
      ),
    );
  return true;
}
