import { kAnonymise, type CoarseningStep } from '#analysis/suppression/k-anonymise.ts';
import type { Transaction } from '#db/database.ts';
import { readResponses } from '#db/queries/response.server.ts';
import type { ResultsStudy } from '#db/queries/results-study.server.ts';
import { identifyingColumns, quasiIdentifiers } from './quasi-identifiers.ts';
import { shuffle } from '../batches/shuffle.server.ts';

/** A row may be left out when nothing else helps; more than this share and the file says too little. */
const maximumSuppressed = 0.05;

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
      leftOut: number;
      smallestClass: number;
    }
  | { ok: false; reason: 'below-minimum' | 'too-many-suppressed' };

type RawRows = { identifying: string[][]; itemCodes: number[][] };

async function readRaw(
  tx: Transaction,
  organisationId: string,
  study: ResultsStudy,
  columns: readonly string[],
): Promise<RawRows> {
  const names = new Map<string, string>([
    ...study.sites.map(({ id, name }) => [id, name] as const),
    ...study.waves.map(({ id, number }) => [id, String(number)] as const),
  ]);
  const raw: RawRows = { identifying: [], itemCodes: [] };
  await readResponses(
    tx,
    {
      organisationId,
      studyId: study.id,
      waveIds: study.waves.map(({ id }) => id),
      columns: ['itemCodes', 'waveId', 'siteId', 'language', 'day'],
      covariates: study.covariates,
    },
    ([itemCodes, waveId, siteId, language, day, ...covariates]) => {
      const values: Record<string, string | null | undefined> = {
        wave: names.get(waveId ?? ''),
        site: names.get(siteId ?? ''),
        language,
        day,
        ...Object.fromEntries(study.covariates.map((id, index) => [id, covariates[index]])),
      };
      raw.identifying.push(columns.map((column) => values[column] ?? ''));
      raw.itemCodes.push((itemCodes ?? '{}').slice(1, -1).split(',').map(Number));
    },
  );
  return raw;
}

/** The responses of a study, coarsened until nobody stands alone, in an order that means nothing. */
export async function anonymiseResponses(
  tx: Transaction,
  organisationId: string,
  study: ResultsStudy,
): Promise<AnonymisedResponses> {
  const columns = identifyingColumns(study.covariates);
  const raw = await readRaw(tx, organisationId, study, columns);
  const k = study.minimumCellSize;
  const released = kAnonymise({
    rows: raw.identifying,
    columns: quasiIdentifiers(raw.identifying, columns, k),
    minimumCellSize: k,
    maximumSuppressed,
  });
  if (!released.ok) return released;
  const dropped = new Set(
    released.steps.flatMap(({ action, column }) => (action === 'dropped' ? [column] : [])),
  );
  const rows = released.rows.map((values, index) => ({
    identifying: Object.fromEntries(
      columns.flatMap((column, position) => {
        const value = values[position];
        return value === null || value === undefined ? [] : [[column, value] as const];
      }),
    ),
    itemCodes: raw.itemCodes[released.indexes[index] ?? -1] ?? [],
  }));
  return {
    ok: true,
    rows: shuffle(rows),
    steps: released.steps,
    columns: columns.filter((column) => !dropped.has(column)),
    leftOut: released.suppressedRows,
    smallestClass: released.smallestClass,
  };
}
