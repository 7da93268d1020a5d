import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { chunks } from '../chunks.ts';
import type { Transaction } from '../database.ts';
import { panelDrawCandidates, panelDraws, type Quota } from '../schema/panel-draw.ts';
import { panelMembers, type PanelMemberState } from '../schema/panel-member.ts';

type OfPanel = { organisationId: string; panelId: string };

const ofPanel = ({ organisationId, panelId }: OfPanel) =>
  and(eq(panelDraws.organisationId, organisationId), eq(panelDraws.panelId, panelId));

const columns = {
  id: panelDraws.id,
  number: panelDraws.number,
  seed: panelDraws.seed,
  seats: panelDraws.seats,
  quotas: panelDraws.quotas,
  poolHash: panelDraws.poolHash,
  seated: panelDraws.seated,
  reason: panelDraws.reason,
  drawnAt: panelDraws.drawnAt,
};

export async function listDraws(tx: Transaction, params: OfPanel) {
  return tx
    .select(columns)
    .from(panelDraws)
    .where(ofPanel(params))
    .orderBy(desc(panelDraws.number));
}

export type Draw = Awaited<ReturnType<typeof listDraws>>[number];

export async function findDraw(tx: Transaction, params: OfPanel & { number: number }) {
  const [draw] = await tx
    .select(columns)
    .from(panelDraws)
    .where(and(ofPanel(params), eq(panelDraws.number, params.number)));
  return draw;
}

export type DrawnPerson = { memberId: string; probability: number; selected: boolean };

/** For the system: of two draws with one number the database takes the first. */
export async function insertDraw(
  tx: Transaction,
  params: OfPanel & {
    number: number;
    seed: string;
    seats: number;
    quotas: Quota[];
    poolHash: string;
    seated: string[];
    reason: string | null;
    drawnBy: string;
    people: readonly DrawnPerson[];
  },
): Promise<boolean> {
  const { people, ...draw } = params;
  const { organisationId, panelId } = params;
  const [inserted] = await tx
    .insert(panelDraws)
    .values(draw)
    .onConflictDoNothing()
    .returning({ id: panelDraws.id });
  if (!inserted) return false;
  for (const chunk of chunks(people)) {
    await tx
      .insert(panelDrawCandidates)
      .values(chunk.map((person) => ({ organisationId, panelId, drawId: inserted.id, ...person })));
  }
  return true;
}

/** For the system, which does not show who has which chance. */
export async function listDrawn(
  tx: Transaction,
  { organisationId, drawId }: { organisationId: string; drawId: string },
) {
  return tx
    .select({
      memberId: panelDrawCandidates.memberId,
      number: panelMembers.number,
      state: panelMembers.state,
      probability: panelDrawCandidates.probability,
      selected: panelDrawCandidates.selected,
    })
    .from(panelDrawCandidates)
    .innerJoin(
      panelMembers,
      and(
        eq(panelMembers.organisationId, panelDrawCandidates.organisationId),
        eq(panelMembers.id, panelDrawCandidates.memberId),
      ),
    )
    .where(
      and(
        eq(panelDrawCandidates.organisationId, organisationId),
        eq(panelDrawCandidates.drawId, drawId),
      ),
    )
    .orderBy(asc(panelMembers.number));
}

/** Moves people on who are still in one of the states `from`. Says how many. */
export async function moveStates(
  tx: Transaction,
  params: OfPanel & {
    memberIds: readonly string[];
    from: readonly PanelMemberState[];
    to: PanelMemberState;
  },
): Promise<number> {
  if (params.memberIds.length === 0) return 0;
  const moved = await tx
    .update(panelMembers)
    .set({ state: params.to, revision: sql`${panelMembers.revision} + 1` })
    .where(
      and(
        eq(panelMembers.organisationId, params.organisationId),
        eq(panelMembers.panelId, params.panelId),
        inArray(panelMembers.id, [...params.memberIds]),
        inArray(panelMembers.state, [...params.from]),
      ),
    )
    .returning({ id: panelMembers.id });
  return moved.length;
}

/** The draws in which a person was a candidate, oldest first, with their own chance. For that person. */
export async function listDrawsOf(tx: Transaction, params: OfPanel & { memberId: string }) {
  return tx
    .select({
      number: panelDraws.number,
      seats: panelDraws.seats,
      drawnAt: panelDraws.drawnAt,
      probability: panelDrawCandidates.probability,
      selected: panelDrawCandidates.selected,
    })
    .from(panelDrawCandidates)
    .innerJoin(
      panelDraws,
      and(
        eq(panelDraws.organisationId, panelDrawCandidates.organisationId),
        eq(panelDraws.id, panelDrawCandidates.drawId),
      ),
    )
    .where(
      and(
        eq(panelDrawCandidates.organisationId, params.organisationId),
        eq(panelDrawCandidates.panelId, params.panelId),
        eq(panelDrawCandidates.memberId, params.memberId),
      ),
    )
    .orderBy(asc(panelDraws.number));
}

export async function hasDraw(tx: Transaction, params: OfPanel): Promise<boolean> {
  const [draw] = await tx
    .select({ id: panelDraws.id })
    .from(panelDraws)
    .where(ofPanel(params))
    .limit(1);
  return draw !== undefined;
}
