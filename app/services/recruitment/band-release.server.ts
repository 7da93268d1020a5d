import {
  countDepartures,
  findRelease,
  listPeopleWithBands,
  saveRelease,
  type BandRelease,
  type PersonWithBands,
} from '#db/queries/panel-band.server.ts';
import { hasDraw } from '#db/queries/panel-draw.server.ts';
import { listStrata, type Stratum } from '#db/queries/panel-stratum.server.ts';
import { lockPanel } from '#db/queries/panel.server.ts';
import type { BandCounts } from '#db/schema/panel-recruitment.ts';
import { withActor } from '../../database.server.ts';
import { today } from '../../today.ts';
import type { Panel } from '../panels/read-panel.server.ts';
import { bandOf } from './band-gap.ts';

/** Once people are drawn the panel is whoever has a seat; before, it is everybody who came. */
function isCounted({ state }: PersonWithBands, isDrawn: boolean): boolean {
  return state === 'active' || state === 'selected' || (state === 'candidate' && !isDrawn);
}

function count(strata: readonly Stratum[], people: readonly PersonWithBands[]): BandCounts {
  const counts: BandCounts = {};
  for (const stratum of strata) {
    const of: Record<string, number> = {};
    for (const { bands } of people) {
      const band = bandOf(stratum, bands);
      of[band] = (of[band] ?? 0) + 1;
    }
    counts[stratum.id] = of;
  }
  return counts;
}

function changed(before: readonly string[], now: readonly string[]): number {
  const [old, current] = [new Set(before), new Set(now)];
  const came = now.filter((id) => !old.has(id)).length;
  return came + before.filter((id) => !current.has(id)).length;
}

const sumOf = (of: Readonly<Record<string, number>> = {}) =>
  Object.values(of).reduce((sum, n) => sum + n, 0);

/**
 * Counts of people who are gone, question by question: those that were shown stay until as many more
 * have gone as a group must have. A count that follows one person who leaves says what they said.
 */
export function heldCounts(shown: BandCounts, now: BandCounts, minimum: number): BandCounts {
  const held = Object.entries(now).map(([id, of]) => {
    const before = shown[id];
    const isShown = before !== undefined && sumOf(before) >= minimum;
    return [id, isShown && Math.abs(sumOf(of) - sumOf(before)) < minimum ? before : of] as const;
  });
  return Object.fromEntries(held);
}

/**
 * The counts by band that may be shown now. Whoever sees who joins could read from a count that
 * follows each person what that person said; so the counts stay until as many people have come or
 * gone as a group must have. Called after the reader was authorised, because the system counts.
 */
export async function bandRelease(panel: Panel): Promise<BandRelease> {
  const ofPanel = { organisationId: panel.organisationId, panelId: panel.id };
  return withActor({ kind: 'system', organisationId: panel.organisationId }, async (tx) => {
    await lockPanel(tx, ofPanel);
    const last = await findRelease(tx, ofPanel);
    const people = await listPeopleWithBands(tx, ofPanel);
    const isDrawn = await hasDraw(tx, ofPanel);
    const present = people.filter((person) => isCounted(person, isDrawn));
    const members = present.map(({ id }) => id);
    const isShown = last !== undefined && last.members.length >= panel.minimumGroup;
    if (isShown && changed(last.members, members) < panel.minimumGroup) return last;
    const strata = await listStrata(tx, ofPanel);
    const declined = count(
      strata,
      people.filter(({ state }) => state === 'declined'),
    );
    const left = await countDepartures(tx, ofPanel);
    const { minimumGroup } = panel;
    const release = {
      countedOn: today(),
      members,
      present: count(strata, present),
      declined: heldCounts(last?.declined ?? {}, declined, minimumGroup),
      left: heldCounts(last?.left ?? {}, left, minimumGroup),
    };
    await saveRelease(tx, { ...ofPanel, ...release });
    return release;
  });
}
