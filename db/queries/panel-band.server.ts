import { and, asc, eq, lte, sql } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { panelMemberBands, panelMembers, type PanelMemberState } from '../schema/panel-member.ts';
import {
  panelBandReleases,
  panelDepartures,
  type BandCounts,
} from '../schema/panel-recruitment.ts';

type OfPanel = { organisationId: string; panelId: string };

const ofPanel = ({ organisationId, panelId }: OfPanel) =>
  and(eq(panelMembers.organisationId, organisationId), eq(panelMembers.panelId, panelId));

export type PersonWithBands = {
  id: string;
  number: number;
  state: PanelMemberState;
  /** By stratum; what was not answered is missing. */
  bands: Record<string, string>;
};

/** What each person of a panel said of themselves, by number. For the system, which counts and draws. */
export async function listPeopleWithBands(
  tx: Transaction,
  params: OfPanel,
): Promise<PersonWithBands[]> {
  const people = await tx
    .select({ id: panelMembers.id, number: panelMembers.number, state: panelMembers.state })
    .from(panelMembers)
    .where(ofPanel(params))
    .orderBy(asc(panelMembers.number));
  const said = await tx
    .select({
      memberId: panelMemberBands.memberId,
      stratumId: panelMemberBands.stratumId,
      band: panelMemberBands.band,
    })
    .from(panelMemberBands)
    .where(
      and(
        eq(panelMemberBands.organisationId, params.organisationId),
        eq(panelMemberBands.panelId, params.panelId),
      ),
    );
  const bandsOf = new Map<string, Record<string, string>>();
  for (const { memberId, stratumId, band } of said) {
    bandsOf.set(memberId, { ...bandsOf.get(memberId), [stratumId]: band });
  }
  return people.map((person) => ({ ...person, bands: bandsOf.get(person.id) ?? {} }));
}

/** For the system: of people who left, by stratum and band. */
export async function countDepartures(tx: Transaction, params: OfPanel): Promise<BandCounts> {
  const rows = await tx
    .select({
      stratumId: panelDepartures.stratumId,
      band: panelDepartures.band,
      people: sql<number>`count(*)::int`,
    })
    .from(panelDepartures)
    .where(
      and(
        eq(panelDepartures.organisationId, params.organisationId),
        eq(panelDepartures.panelId, params.panelId),
      ),
    )
    .groupBy(panelDepartures.stratumId, panelDepartures.band);
  const counts: BandCounts = {};
  for (const { stratumId, band, people } of rows) {
    counts[stratumId] = { ...counts[stratumId], [band]: people };
  }
  return counts;
}

/** For the person who leaves, before what they said of themselves is deleted. */
export async function insertDepartures(
  tx: Transaction,
  { organisationId, panelId, memberId }: OfPanel & { memberId: string },
): Promise<void> {
  const said = await tx
    .select({ stratumId: panelMemberBands.stratumId, band: panelMemberBands.band })
    .from(panelMemberBands)
    .where(
      and(
        eq(panelMemberBands.organisationId, organisationId),
        eq(panelMemberBands.memberId, memberId),
      ),
    );
  if (said.length === 0) return;
  await tx
    .insert(panelDepartures)
    .values(said.map((band) => ({ organisationId, panelId, ...band })));
}

export async function findRelease(tx: Transaction, params: OfPanel) {
  const [release] = await tx
    .select({
      countedOn: panelBandReleases.countedOn,
      members: panelBandReleases.members,
      present: panelBandReleases.present,
      declined: panelBandReleases.declined,
      left: panelBandReleases.left,
    })
    .from(panelBandReleases)
    .where(
      and(
        eq(panelBandReleases.organisationId, params.organisationId),
        eq(panelBandReleases.panelId, params.panelId),
      ),
    );
  return release;
}

export type BandRelease = NonNullable<Awaited<ReturnType<typeof findRelease>>>;

export async function saveRelease(tx: Transaction, params: OfPanel & BandRelease): Promise<void> {
  const { organisationId, panelId, ...release } = params;
  await tx
    .insert(panelBandReleases)
    .values({ organisationId, panelId, ...release })
    .onConflictDoUpdate({
      target: [panelBandReleases.organisationId, panelBandReleases.panelId],
      set: release,
    });
}

/** Bands whose time is over, and the counts that were made of them. Says of which panels. */
export async function deleteExpiredBands(tx: Transaction, { today }: { today: string }) {
  const deleted = await tx
    .delete(panelMemberBands)
    .where(lte(panelMemberBands.expiresOn, today))
    .returning({
      organisationId: panelMemberBands.organisationId,
      panelId: panelMemberBands.panelId,
    });
  const panels = new Map<string, OfPanel & { answers: number }>();
  for (const { organisationId, panelId } of deleted) {
    const answers = (panels.get(panelId)?.answers ?? 0) + 1;
    panels.set(panelId, { organisationId, panelId, answers });
  }
  for (const { organisationId, panelId } of panels.values()) {
    await tx
      .delete(panelBandReleases)
      .where(
        and(
          eq(panelBandReleases.organisationId, organisationId),
          eq(panelBandReleases.panelId, panelId),
        ),
      );
  }
  return [...panels.values()];
}
