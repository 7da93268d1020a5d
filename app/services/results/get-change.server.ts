import type { Member } from '#db/actor.server.ts';
import { withActor } from '../../database.server.ts';
import { waveDataHash, type RequestedRuns } from './ensure-wave-runs.server.ts';
import { announceRuns, ensureRun, type RunView, type WaveWithData } from './internal.server.ts';
import { requestRun } from './request-run.server.ts';
import { linkingModes, type Specification } from './specification.ts';

export const noChangeReasons = [
  'mode-cannot-link',
  'some-sites',
  'one-wave',
  'waves-not-ready',
] as const;
export type NoChangeReason = (typeof noChangeReasons)[number];

export type ChangeView = RequestedRuns &
  (
    | { ok: false; reason: NoChangeReason }
    | { ok: true; before: WaveWithData; after: WaveWithData; run: RunView }
  );

/**
 * Change within people between the two newest waves. One pair of waves a study: several overlapping
 * sets of returning people could be subtracted from each other; for the same reason it is shown for all
 * sites together, and not for some of them.
 */
export async function getChange(member: Member, studyId: string): Promise<ChangeView> {
  const requested = await requestRun(member, { studyId, wave: 'all' });
  const { study } = requested;
  const canLink = linkingModes.some((mode) => mode === study.responseMode);
  if (!canLink) return { ...requested, ok: false, reason: 'mode-cannot-link' };
  if (!requested.seesWholeStudy) return { ...requested, ok: false, reason: 'some-sites' };
  const [before, after] = requested.waves.slice(-2);
  if (!before || !after) return { ...requested, ok: false, reason: 'one-wave' };
  const isReady = requested.runs.slice(-2).every(({ run }) => run.state === 'done');
  if (!isReady) return { ...requested, ok: false, reason: 'waves-not-ready' };
  const specification: Specification = {
    kind: 'change',
    beforeWaveId: before.id,
    afterWaveId: after.id,
    minimumCellSize: study.minimumCellSize,
  };
  const dataHash = [before, after].map((wave) => waveDataHash(study, wave)).join('+');
  const wanted = { studyId, specification, dataHash, siteScope: '*' };
  const run = await withActor({ kind: 'system', organisationId: member.organisationId }, (tx) =>
    ensureRun(tx, member, wanted),
  );
  await announceRuns(member, [run]);
  return { ...requested, ok: true, before, after, run };
}
