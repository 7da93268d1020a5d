import type { Member } from '#db/actor.server.ts';
import type { Transaction } from '#db/database.ts';
import { listPeopleWithBands } from '#db/queries/panel-band.server.ts';
import { insertDraw, listDraws, moveStates } from '#db/queries/panel-draw.server.ts';
import { listStrata } from '#db/queries/panel-stratum.server.ts';
import { lockPanel } from '#db/queries/panel.server.ts';
import type { Quota } from '#db/schema/panel-draw.ts';
import type { PanelMemberState } from '#db/schema/panel-member.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { compute } from '../../jobs/worker-pool.server.ts';
import { auditPanel } from '../panels/change-panel.server.ts';
import { drawInput, poolHash } from './draw-pool.server.ts';
import type { DrawResult } from './run-draw.server.ts';

/** Draws of hundreds of candidates take seconds; one that takes longer than this is given up. */
const patienceMs = 120_000;

const waiting: readonly PanelMemberState[] = ['candidate', 'not-selected'];
const seatedStates: readonly PanelMemberState[] = ['selected', 'active'];

type Held = {
  panelId: string;
  seats: number;
  seed: string;
  quotas: Quota[];
  reason: string | null;
};

async function readPool(tx: Transaction, member: Member, held: Held) {
  const ofPanel = { organisationId: member.organisationId, panelId: held.panelId };
  const people = await listPeopleWithBands(tx, ofPanel);
  return {
    strata: await listStrata(tx, ofPanel),
    ...{ quotas: held.quotas, seats: held.seats },
    candidates: people.filter(({ state }) => waiting.includes(state)),
    seated: people.filter(({ state }) => seatedStates.includes(state)),
  };
}

type Pool = Awaited<ReturnType<typeof readPool>>;

/** Computed in a thread of its own, because it can take long. */
export async function computeDraw(pool: Pool, seed: string): Promise<DrawResult> {
  const signal = AbortSignal.timeout(patienceMs);
  try {
    return await compute('panel-draw', drawInput(pool, seed), {
      signal,
      onProgress: () => undefined,
    });
  } catch (error) {
    if (signal.aborted) throw new ServiceError('illegal-state', 'draw-too-long');
    throw error;
  }
}

/**
 * Who tries quotas until one fails learns how many people a band has: every try is in the trail, and which
 * quota fails is never said, or a quota that nobody can keep would let others be tried without a draw.
 */
async function refuse(
  member: Member,
  { panelId, seats, quotas }: Held,
  { reason }: Extract<DrawResult, { ok: false }>,
): Promise<never> {
  await withActor(member, (tx) =>
    auditPanel(tx, member, { action: 'panel.draw-refused', panelId, detail: { seats, quotas } }),
  );
  throw new ServiceError('invalid', `draw-${reason}`);
}

/**
 * Draws for the seats that are free. The member was authorised: what people said of themselves is read
 * by the system alone. The draw is computed outside the transaction that keeps it, which makes sure
 * that the pool is still the same.
 */
export async function holdDraw(member: Member, held: Held): Promise<{ number: number }> {
  const system = { kind: 'system', organisationId: member.organisationId } as const;
  const ofPanel = { organisationId: member.organisationId, panelId: held.panelId };
  const pool = await withActor(system, (tx) => readPool(tx, member, held));
  if (pool.seated.length >= held.seats) throw new ServiceError('illegal-state', 'draw-no-seat');
  const result = await computeDraw(pool, held.seed);
  if (!result.ok) return refuse(member, held, result);
  const hash = poolHash(pool);
  return withActor(system, async (tx) => {
    const panel = await lockPanel(tx, ofPanel);
    if (panel?.state !== 'open') throw new ServiceError('illegal-state', 'panel-is-closed');
    if (poolHash(await readPool(tx, member, held)) !== hash) {
      throw new ServiceError('conflict', 'draw-pool-changed');
    }
    const number = ((await listDraws(tx, ofPanel))[0]?.number ?? 0) + 1;
    const people = chancesOf(pool, result);
    const { reason, ...rest } = held;
    const isKept = await insertDraw(tx, {
      ...{ ...ofPanel, ...rest, number, reason, people, poolHash: hash, drawnBy: member.userId },
      seated: pool.seated.map(({ id }) => id),
    });
    if (!isKept) throw new ServiceError('conflict', 'draw-pool-changed');
    const chosen = people.filter(({ selected }) => selected).map(({ memberId }) => memberId);
    const others = people.filter(({ selected }) => !selected).map(({ memberId }) => memberId);
    const moved = await moveStates(tx, {
      ...{ ...ofPanel, memberIds: chosen, from: waiting, to: 'selected' },
    });
    if (moved !== chosen.length) throw new ServiceError('conflict', 'draw-pool-changed');
    await moveStates(tx, {
      ...{ ...ofPanel, memberIds: others, from: ['candidate'], to: 'not-selected' },
    });
    const detail = { number, seed: held.seed, seats: held.seats };
    await auditPanel(tx, member, { action: 'panel.drawn', panelId: held.panelId, detail });
    return { number };
  });
}

function chancesOf(pool: Pool, result: Extract<DrawResult, { ok: true }>) {
  const chances = new Map(result.chances.map(({ number, probability }) => [number, probability]));
  return pool.candidates.map(({ id, number }) => ({
    memberId: id,
    // Solvers answer to about 1e-9, and a chance is never outside [0, 1].
    probability: Math.min(1, Math.max(0, chances.get(number) ?? 0)),
    selected: result.selected.includes(number),
  }));
}
