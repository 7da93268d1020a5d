import { and, asc, eq, sql } from 'drizzle-orm';
import { queryRows, type Transaction } from '../database.ts';
import { panelMembers } from '../schema/panel-member.ts';
import { panelTargetChanges, type Target } from '../schema/panel-recruitment.ts';
import { panelStrata, panelTargets, type StratumBand } from '../schema/panel.ts';
import type { LocalText } from '#surveys/model/languages.ts';

type OfPanel = { organisationId: string; panelId: string };
type OfStratum = OfPanel & { stratumId: string };

const ofStratum = ({ organisationId, panelId, stratumId }: OfStratum) =>
  and(
    eq(panelStrata.organisationId, organisationId),
    eq(panelStrata.panelId, panelId),
    eq(panelStrata.id, stratumId),
  );

export type Stratum = {
  id: string;
  position: number;
  question: LocalText;
  bands: StratumBand[];
  source: string | null;
  reason: string | null;
  revision: number;
  /** Wanted share by band, in [0, 1]; empty where no target was set. */
  shares: Record<string, number>;
};

export async function listStrata(tx: Transaction, params: OfPanel): Promise<Stratum[]> {
  const strata = await tx
    .select({
      id: panelStrata.id,
      position: panelStrata.position,
      question: panelStrata.question,
      bands: panelStrata.bands,
      source: panelStrata.source,
      reason: panelStrata.reason,
      revision: panelStrata.revision,
    })
    .from(panelStrata)
    .where(
      and(
        eq(panelStrata.organisationId, params.organisationId),
        eq(panelStrata.panelId, params.panelId),
      ),
    )
    .orderBy(asc(panelStrata.position));
  const targets = await tx
    .select({
      stratumId: panelTargets.stratumId,
      band: panelTargets.band,
      share: panelTargets.share,
    })
    .from(panelTargets)
    .innerJoin(
      panelStrata,
      and(
        eq(panelStrata.organisationId, panelTargets.organisationId),
        eq(panelStrata.id, panelTargets.stratumId),
      ),
    )
    .where(
      and(
        eq(panelTargets.organisationId, params.organisationId),
        eq(panelStrata.panelId, params.panelId),
      ),
    );
  return strata.map((stratum) => ({
    ...stratum,
    shares: Object.fromEntries(
      targets
        .filter(({ stratumId }) => stratumId === stratum.id)
        // Stored in single precision: 0.1 comes back as 0.1, not as its nearest float.
        .map(({ band, share }) => [band, Number(share.toPrecision(6))]),
    ),
  }));
}

type StratumText = Pick<Stratum, 'question' | 'bands' | 'source' | 'reason'>;

export async function insertStratum(
  tx: Transaction,
  { organisationId, panelId, ...text }: OfPanel & StratumText,
): Promise<string> {
  const [last] = await queryRows<{ position: number }>(
    tx,
    sql`select coalesce(max(position), 0)::int as position from panel_strata
        where organisation_id = ${organisationId} and panel_id = ${panelId}`,
  );
  const [stratum] = await tx
    .insert(panelStrata)
    .values({ organisationId, panelId, ...text, position: (last?.position ?? 0) + 1 })
    .returning({ id: panelStrata.id });
  if (!stratum) throw new Error('an insert returns its row');
  return stratum.id;
}

/** Undefined where somebody else has saved it since. */
export async function updateStratum(
  tx: Transaction,
  params: OfStratum & { revision: number; set: StratumText },
) {
  const [stratum] = await tx
    .update(panelStrata)
    .set({ ...params.set, revision: params.revision + 1 })
    .where(and(ofStratum(params), eq(panelStrata.revision, params.revision)))
    .returning({ id: panelStrata.id });
  return stratum;
}

export async function deleteStratum(tx: Transaction, params: OfStratum) {
  const [stratum] = await tx
    .delete(panelStrata)
    .where(ofStratum(params))
    .returning({ id: panelStrata.id });
  return stratum;
}

export async function replaceTargets(
  tx: Transaction,
  params: { organisationId: string; stratumId: string; shares: Record<string, number> },
): Promise<void> {
  const { organisationId, stratumId, shares } = params;
  await tx
    .delete(panelTargets)
    .where(
      and(eq(panelTargets.organisationId, organisationId), eq(panelTargets.stratumId, stratumId)),
    );
  const rows = Object.entries(shares).map(([band, share]) => ({ band, share }));
  if (rows.length === 0) return;
  await tx.insert(panelTargets).values(rows.map((row) => ({ organisationId, stratumId, ...row })));
}

export async function hasPeople(tx: Transaction, params: OfPanel): Promise<boolean> {
  const [member] = await tx
    .select({ id: panelMembers.id })
    .from(panelMembers)
    .where(
      and(
        eq(panelMembers.organisationId, params.organisationId),
        eq(panelMembers.panelId, params.panelId),
      ),
    )
    .limit(1);
  return member !== undefined;
}

export async function insertTargetChange(
  tx: Transaction,
  params: OfStratum & { before: Target; why: string; changedBy: string },
): Promise<void> {
  const [last] = await queryRows<{ number: number }>(
    tx,
    sql`select coalesce(max(number), 0)::int as number from panel_target_changes
        where organisation_id = ${params.organisationId} and stratum_id = ${params.stratumId}`,
  );
  await tx.insert(panelTargetChanges).values({ ...params, number: (last?.number ?? 0) + 1 });
}

export async function listTargetChanges(tx: Transaction, params: OfPanel) {
  return tx
    .select({
      stratumId: panelTargetChanges.stratumId,
      number: panelTargetChanges.number,
      before: panelTargetChanges.before,
      why: panelTargetChanges.why,
      changedAt: panelTargetChanges.changedAt,
    })
    .from(panelTargetChanges)
    .where(
      and(
        eq(panelTargetChanges.organisationId, params.organisationId),
        eq(panelTargetChanges.panelId, params.panelId),
      ),
    )
    .orderBy(asc(panelTargetChanges.number));
}
