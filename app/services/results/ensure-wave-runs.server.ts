import { siteScope, type Member } from '#db/actor.server.ts';
import { findLatestResult } from '#db/queries/analysis-run.server.ts';
import type { Transaction } from '#db/database.ts';
import { describeWaveData } from '#db/queries/response.server.ts';
import { findResultsStudy, type ResultsStudy } from '#db/queries/results-study.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { can } from '../../permissions.ts';
import {
  announceRuns,
  ensureRun,
  requireResultsStudy,
  wavesWithData,
  type EnsuredRun,
  type RunView,
  type WaveWithData,
} from './internal.server.ts';
import { specificationHash } from './specification-hash.server.ts';
import type { RunResult, Specification, WaveResult } from './specification.ts';

export type WaveRun = { wave: WaveWithData; run: RunView };

export type RequestedRuns = {
  study: ResultsStudy;
  /** Waves that have responses the reader may see, oldest first. */
  waves: WaveWithData[];
  runs: WaveRun[];
  /** Whether the reader may stop a run and ask for it again. */
  mayCompute: boolean;
  /** Whether the reader sees every site of the study. */
  seesWholeStudy: boolean;
};

/** `wave`: a number, the newest with answers, or all of them. */
export type WantedWaves = number | 'newest' | 'all';

function chooseWaves(waves: readonly WaveWithData[], wanted: WantedWaves): WaveWithData[] {
  if (wanted === 'all') return [...waves];
  const chosen = wanted === 'newest' ? waves.at(-1) : waves.find(({ number }) => number === wanted);
  return chosen ? [chosen] : [];
}

/** The wave's responses, and whether it is closed: at closing the rest is counted. */
export function waveDataHash(study: ResultsStudy, wave: WaveWithData): string {
  return `${wave.data.hash}/${study.state}/${wave.state}`;
}

type Common = { seesWholeStudy: boolean; runs: (WaveRun & { run: EnsuredRun })[] };

/**
 * The runs over all sites, from which every reader's figures are drawn. The system asks for them, as a
 * reader of some sites may not read them; the waves are those the reader sees.
 */
async function ensureCommon(
  tx: Transaction,
  member: Member,
  seen: readonly WaveWithData[],
  studyId: string,
): Promise<Common> {
  const ofStudy = { organisationId: member.organisationId, studyId };
  const study = await findResultsStudy(tx, ofStudy);
  if (!study) throw new ServiceError('not-found');
  const data = await describeWaveData(tx, ofStudy);
  const runs = [];
  for (const wave of seen) {
    const whole = data.find(({ waveId }) => waveId === wave.id) ?? wave.data;
    const run = await ensureRun(tx, member, {
      studyId,
      specification: waveSpecification(study, wave),
      dataHash: waveDataHash(study, { ...wave, data: whole }),
      siteScope: '*',
    });
    runs.push({ wave, run });
  }
  const { siteIds } = member;
  const seesWholeStudy = siteIds === null || study.sites.every(({ id }) => siteIds.includes(id));
  return { seesWholeStudy, runs };
}

function waveSpecification(study: ResultsStudy, { id }: WaveWithData): Specification {
  return { kind: 'wave', waveId: id, minimumCellSize: study.minimumCellSize };
}

/** Follows the common run: its result first, and then what the reader's sites see of it. */
async function ensureScoped(
  tx: Transaction,
  member: Member,
  study: ResultsStudy,
  { wave, run: common }: WaveRun & { run: EnsuredRun },
): Promise<WaveRun & { run: EnsuredRun }> {
  const specification = waveSpecification(study, wave);
  const series = {
    organisationId: member.organisationId,
    studyId: study.id,
    siteScope: siteScope(member),
  };
  if (common.state === 'done') {
    const dataHash = `common/${common.id}`;
    return { wave, run: await ensureRun(tx, member, { ...series, specification, dataHash }) };
  }
  const latest = await findLatestResult(tx, {
    ...series,
    specificationHash: specificationHash(specification),
  });
  const result = (latest?.result as RunResult | undefined) ?? null;
  const computedAt = latest?.finishedAt ?? null;
  return { wave, run: { ...common, result, computedAt, isNew: false } };
}

export type WaveRelease = { waveId: string; hasImports: boolean; result: WaveResult | null };

/**
 * The newest release of each wave with answers, over all sites: whatever page says how many people
 * there are takes it from here. Callers say of it only what the reader's sites may know.
 */
export async function ensureReleases(
  member: Member,
  studyId: string,
): Promise<{ seesWholeStudy: boolean; releases: WaveRelease[] }> {
  const { organisationId } = member;
  const { seesWholeStudy, runs } = await withActor(
    { kind: 'system', organisationId },
    async (tx) => {
      const study = await requireResultsStudy(tx, member, studyId);
      const data = await describeWaveData(tx, { organisationId, studyId });
      return ensureCommon(tx, member, wavesWithData(study, data), studyId);
    },
  );
  await announceRuns(
    member,
    runs.map(({ run }) => run),
  );
  const releases = runs.map(({ wave, run }) => ({
    waveId: wave.id,
    hasImports: wave.data.origins.includes('imported'),
    result: waveResultOf(run.result),
  }));
  return { seesWholeStudy, releases };
}

/** Callers have authorised the reader; the database keeps to the sites of the reader. */
export async function ensureWaveRuns(
  member: Member,
  { studyId, wave }: { studyId: string; wave: WantedWaves },
): Promise<RequestedRuns> {
  const { organisationId } = member;
  const { study, seen } = await withActor(member, async (tx) => {
    const found = await requireResultsStudy(tx, member, studyId);
    const data = await describeWaveData(tx, { organisationId, studyId });
    return { study: found, seen: wavesWithData(found, data) };
  });
  const common = await withActor({ kind: 'system', organisationId }, (tx) =>
    ensureCommon(tx, member, chooseWaves(seen, wave), studyId),
  );
  const { seesWholeStudy } = common;
  const runs = seesWholeStudy
    ? common.runs
    : await withActor(member, async (tx) => {
        const scoped = [];
        for (const one of common.runs) scoped.push(await ensureScoped(tx, member, study, one));
        return scoped;
      });
  await announceRuns(
    member,
    (seesWholeStudy ? runs : [...common.runs, ...runs]).map(({ run }) => run),
  );
  const mayCompute = can(member, 'results.compute');
  return { study, waves: seen, runs, mayCompute, seesWholeStudy };
}

export function waveResultOf(result: RunResult | null): WaveResult | null {
  return result?.kind === 'wave' ? result : null;
}
