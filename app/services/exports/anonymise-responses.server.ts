import { kAnonymise, type CoarseningStep } from '#analysis/suppression/k-anonymise.ts';
import { textsOf } from '#db/copy-text.ts';
import type { Transaction } from '#db/database.ts';
import { readResponses } from '#db/queries/response.server.ts';
import type { ResultsStudy } from '#db/queries/results-study.server.ts';
import { identifyingColumns, pooledLevel, quasiIdentifiers } from './quasi-identifiers.ts';
import type { ReleasedWave } from './released-waves.server.ts';
import { shuffle } from '../batches/shuffle.server.ts';

export type AnonymisedRow = {
  /** By column of `identifyingColumns`; a dropped column is missing. */
  identifying: Record<string, string>;
  itemCodes: readonly number[];
};

export type AnonymisedResponses =
  | {
      ok: true;
      rows: AnonymisedRow[];
      steps: readonly CoarseningStep[];
      /** Identifying columns that are in the file. */
      columns: string[];
      /** Waves that are in the file. */
      waveIds: string[];
      /** Answers of these waves that their results do not count either. */
      leftOut: number;
      smallestClass: number;
    }
  | { ok: false; reason: 'no-closed-wave' | 'below-minimum' | 'too-many-suppressed' };

type RawRow = { identifying: string[]; itemCodes: number[] };
type RawWave = ReleasedWave & { rows: RawRow[]; leftOut: number };

async function readRaw(
  tx: Transaction,
  organisationId: string,
  study: ResultsStudy,
  released: readonly ReleasedWave[],
): Promise<RawWave[]> {
  const names = new Map<string, string>([
    ...study.sites.map(({ id, name }) => [id, name] as const),
    ...study.waves.map(({ id, number }) => [id, String(number)] as const),
  ]);
  const columns = identifyingColumns(study.covariates);
  const raw = new Map(
    released.map((wave): [string, RawWave] => [wave.waveId, { ...wave, rows: [], leftOut: 0 }]),
  );
  await readResponses(
    tx,
    {
      organisationId,
      studyId: study.id,
      waveIds: released.map(({ waveId }) => waveId),
      columns: ['id', 'itemCodes', 'waveId', 'siteId', 'language', 'day'],
      covariates: study.covariates,
    },
    (row) => {
      const [id, itemCodes, waveId, siteId, language, day, ...covariates] = textsOf(row);
      const wave = raw.get(waveId ?? '');
      if (!wave) return;
      if (!wave.ids.has(id ?? '')) {
        wave.leftOut += 1;
        return;
      }
      const levels: Record<string, string | null | undefined> = {
        site: siteId,
        language,
        ...Object.fromEntries(study.covariates.map((name, index) => [name, covariates[index]])),
      };
      const valueOf = (column: string): string => {
        if (column === 'day') return day ?? '';
        if (column === 'wave') return names.get(waveId ?? '') ?? '';
        const level = levels[column] ?? null;
        if (wave.kept[column]?.includes(level)) return pooledLevel;
        return (column === 'site' ? names.get(level ?? '') : level) ?? '';
      };
      wave.rows.push({
        identifying: columns.map(valueOf),
        itemCodes: (itemCodes ?? '{}').slice(1, -1).split(',').map(Number),
      });
    },
  );
  return [...raw.values()];
}

/** A wave by itself, and no row left out: what is in a file never depends on other waves. */
function anonymiseWave({ rows }: RawWave, columns: readonly string[], k: number) {
  const identifying = rows.map((row) => row.identifying);
  return kAnonymise({
    rows: identifying,
    columns: quasiIdentifiers(identifying, columns, k),
    minimumCellSize: k,
    maximumSuppressed: 0,
  });
}

function distinctSteps(steps: readonly CoarseningStep[]): CoarseningStep[] {
  return [...new Map(steps.map((step) => [JSON.stringify(step), step])).values()];
}

/** The responses of closed waves, coarsened until nobody stands alone, in an order that means nothing. */
export async function anonymiseResponses(
  tx: Transaction,
  organisationId: string,
  study: ResultsStudy,
  released: readonly ReleasedWave[],
): Promise<AnonymisedResponses> {
  if (released.length === 0) return { ok: false, reason: 'no-closed-wave' };
  const columns = identifyingColumns(study.covariates);
  const waves = [];
  for (const wave of await readRaw(tx, organisationId, study, released)) {
    if (wave.rows.length < study.minimumCellSize) continue;
    const anonymised = anonymiseWave(wave, columns, study.minimumCellSize);
    if (!anonymised.ok) return anonymised;
    waves.push({ wave, anonymised });
  }
  if (waves.length === 0) return { ok: false, reason: 'below-minimum' };
  const pooled = waves.flatMap(({ wave: { kept } }) =>
    columns
      .filter((column) => (kept[column] ?? []).length > 0)
      .map((column): CoarseningStep => ({ column, action: 'generalised', level: 1 })),
  );
  const steps = distinctSteps([...pooled, ...waves.flatMap(({ anonymised }) => anonymised.steps)]);
  const dropped = new Set(
    steps.flatMap(({ action, column }) => (action === 'dropped' ? [column] : [])),
  );
  const rows = waves.flatMap(({ wave, anonymised }) =>
    anonymised.rows.map((values, index) => ({
      identifying: Object.fromEntries(
        columns.flatMap((column, position) => {
          const value = values[position];
          const isThere = typeof value === 'string' && !dropped.has(column);
          return isThere ? [[column, value] as const] : [];
        }),
      ),
      itemCodes: wave.rows[anonymised.indexes[index] ?? -1]?.itemCodes ?? [],
    })),
  );
  return {
    ok: true,
    rows: shuffle(rows),
    steps: steps.filter(({ action, column }) => action === 'dropped' || !dropped.has(column)),
    columns: columns.filter((column) => !dropped.has(column)),
    waveIds: waves.map(({ wave }) => wave.waveId),
    leftOut: waves.reduce((sum, { wave }) => sum + wave.leftOut, 0),
    smallestClass: Math.min(...waves.map(({ anonymised }) => anonymised.smallestClass)),
  };
}
