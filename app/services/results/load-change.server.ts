import type { Member } from '#db/actor.server.ts';
import { changeComparability, type ChangeComparability } from './change-comparability.server.ts';
import type { WaveRun } from './ensure-wave-runs.server.ts';
import { getChange, type ChangeView, type NoChangeReason } from './get-change.server.ts';
import { getSurroundings, type Surroundings } from './get-surroundings.server.ts';
import type { ResultsFilter } from './page-params.ts';
import { presentFrame, type ResultsFrame } from './present-frame.ts';
import type { Reader } from './reader.server.ts';
import type { ChangeResult } from './specification.ts';

/** Their names. */
export type ChangedWaves = { before: string; after: string };

export type LoadedChange = {
  frame: ResultsFrame;
  refusal: NoChangeReason | null;
  waves: ChangedWaves | null;
  /** Null while something is still being computed. */
  found: {
    view: Extract<ChangeView, { ok: true }>;
    result: ChangeResult;
    comparability: ChangeComparability;
  } | null;
};

function changeFrame(
  reader: Reader,
  view: ChangeView,
  surroundings: Surroundings,
  filter: ResultsFilter,
): ResultsFrame {
  const newest = view.runs.at(-1) ?? null;
  const isRefused = !view.ok && view.reason !== 'waves-not-ready';
  const waiting = view.runs.slice(-2).find(({ run }) => run.state !== 'done');
  const current: WaveRun | null = view.ok
    ? { wave: view.after, run: view.run }
    : (waiting ?? newest);
  const frame = presentFrame(
    reader,
    { ...view, surroundings, current, result: null, report: null },
    { ...filter, group: null },
  );
  if (isRefused) return { ...frame, run: null, content: current ? 'shown' : 'no-answers' };
  const isThere = view.ok && view.run.result !== null;
  return { ...frame, content: current ? (isThere ? 'shown' : 'computing') : 'no-answers' };
}

/** The change that may be shown, with what surrounds it: nothing before the waves' comparison is tested. */
export async function loadChange(
  member: Member,
  reader: Reader,
  studyId: string,
  filter: ResultsFilter,
): Promise<LoadedChange> {
  const view = await getChange(member, studyId);
  const surroundings = await getSurroundings(member, studyId);
  const frame = changeFrame(reader, view, surroundings, filter);
  if (!view.ok) return { frame, refusal: view.reason, waves: null, found: null };
  const waves = { before: view.before.name, after: view.after.name };
  const nothing = { refusal: null, waves, found: null };
  const result = view.run.result;
  if (result?.kind !== 'change') return { ...nothing, frame };
  const comparability = await changeComparability(member, reader, view);
  const { pending } = comparability;
  if (pending) return { ...nothing, frame: { ...frame, run: pending, content: 'computing' } };
  return { ...nothing, frame, found: { view, result, comparability } };
}
