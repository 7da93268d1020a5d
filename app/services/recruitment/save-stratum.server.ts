import type { Member } from '#db/actor.server.ts';
import type { Transaction } from '#db/database.ts';
import {
  hasPeople,
  insertStratum,
  insertTargetChange,
  listStrata,
  replaceTargets,
  updateStratum,
  type Stratum,
} from '#db/queries/panel-stratum.server.ts';
import type { Target } from '#db/schema/panel-recruitment.ts';
import type { StratumBand } from '#db/schema/panel.ts';
import type { LocalText } from '#surveys/model/languages.ts';
import { ServiceError } from '../../errors.ts';
import { contentHash } from '../content-hash.server.ts';
import { auditPanel, changePanel } from '../panels/change-panel.server.ts';
import { problemsOfStratum, sharesOf, type StratumInput } from './stratum-problems.ts';

/** New bands are numbered on; the name of one that was removed is not given again. */
function namedBands(bands: StratumInput['bands'], known: readonly StratumBand[]): StratumBand[] {
  let last = Math.max(0, ...known.map(({ id }) => Number(/^b(\d+)$/.exec(id)?.[1] ?? 0)));
  return bands.map(({ id, label }) =>
    known.some((band) => band.id === id) ? { id, label } : { id: `b${(last += 1)}`, label },
  );
}

/** A text may gain languages; what somebody may have read stays. */
function keeps(before: LocalText, after: LocalText): boolean {
  return Object.entries(before).every(([tag, text]) => after[tag as keyof LocalText] === text);
}

function keepsQuestion(before: Stratum, after: Pick<Stratum, 'question' | 'bands'>): boolean {
  return (
    keeps(before.question, after.question) &&
    before.bands.every(({ id, label }) => {
      const band = after.bands.find((other) => other.id === id);
      return band !== undefined && keeps(label, band.label);
    })
  );
}

type Save = { panelId: string; stratumId: string | null; revision: number; input: StratumInput };

/**
 * What people are asked about themselves, and the target. Before anybody has joined all of it may
 * change; later the question stays as it was asked, and a changed target leaves the earlier one behind.
 */
export async function saveStratum(
  member: Member,
  { panelId, stratumId, revision, input }: Save,
): Promise<{ stratumId: string }> {
  const change = { panelId, permission: 'panels.manage' } as const;
  return changePanel(member, change, async (tx) => {
    const problem = problemsOfStratum(input);
    if (problem) throw new ServiceError('invalid', problem);
    const ofPanel = { organisationId: member.organisationId, panelId };
    const strata = await listStrata(tx, ofPanel);
    const before = strata.find(({ id }) => id === stratumId) ?? null;
    if (stratumId !== null && !before) throw new ServiceError('not-found');
    const bands = namedBands(input.bands, before?.bands ?? []);
    const ids = bands.map(({ id }) => id);
    const target: Target = {
      source: input.source === '' ? null : input.source,
      reason: input.reason === '' ? null : input.reason,
      shares: sharesOf(ids, input.percent),
    };
    const after = { question: input.question, bands, source: target.source, reason: target.reason };
    const isLate = await hasPeople(tx, ofPanel);
    if (isLate && before && !keepsQuestion(before, after)) {
      throw new ServiceError('illegal-state', 'stratum-asked');
    }
    const id = before
      ? await update(tx, { ...ofPanel, stratumId: before.id, revision, set: after })
      : await insertStratum(tx, { ...ofPanel, ...after });
    await replaceTargets(tx, { ...ofPanel, stratumId: id, shares: target.shares });
    const earlier: Target = before
      ? { source: before.source, reason: before.reason, shares: before.shares }
      : { source: null, reason: null, shares: {} };
    if (isLate && contentHash(earlier) !== contentHash(target)) {
      if (input.why === '') throw new ServiceError('invalid', 'stratum-why-missing');
      const of = { ...ofPanel, stratumId: id, changedBy: member.userId };
      await insertTargetChange(tx, { ...of, before: earlier, why: input.why });
    }
    const detail = { stratumId: id, shares: target.shares, afterJoining: isLate };
    await auditPanel(tx, member, { action: 'panel.target-saved', panelId, detail });
    return { stratumId: id };
  });
}

async function update(
  tx: Transaction,
  params: Parameters<typeof updateStratum>[1],
): Promise<string> {
  const saved = await updateStratum(tx, params);
  if (!saved) throw new ServiceError('conflict', 'stratum-changed');
  return saved.id;
}
