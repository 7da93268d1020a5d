import { sql, type SQL } from 'drizzle-orm';
import { copyRows } from '../copy-rows.server.ts';
import type { CopiedRow } from '../copy-text.ts';
import { queryRows, type Transaction } from '../database.ts';
import type { dataOrigins } from '../schema/study.ts';
import type { OfStudy } from './study.server.ts';

export type WaveData = {
  waveId: string;
  n: number;
  /** Changes when a response is added or deleted; one that is there never changes. */
  hash: string;
  origins: (typeof dataOrigins)[number][];
};

/** What the actor's results would be computed from, wave by wave: one pass, no sorting. */
export async function describeWaveData(tx: Transaction, params: OfStudy): Promise<WaveData[]> {
  return queryRows<WaveData>(
    tx,
    sql`select wave_id as "waveId", count(*)::int as n,
          count(*)::text || '/' || bit_xor(hashtextextended(id::text, 0))::text || '/'
            || sum(hashtextextended(id::text, 1)::numeric)::text as hash,
          array_agg(distinct origin) as origins
        from responses
        where organisation_id = ${params.organisationId} and study_id = ${params.studyId}
        group by wave_id`,
  );
}

const columns = {
  id: sql`id`,
  waveId: sql`wave_id`,
  siteId: sql`site_id`,
  language: sql`language`,
  day: sql`day::text`,
  itemCodes: sql`item_codes::text`,
  linkKey: sql`coalesce(link_hash, pseudonym_id::text, invitation_id::text)`,
} as const satisfies Record<string, SQL>;
export type ResponseColumn = keyof typeof columns;

/**
 * Streams the responses of some waves: the columns asked for, then one per covariate, as COPY writes
 * them. In no order that means anything. A row is good until `onRow` returns.
 */
export async function readResponses(
  tx: Transaction,
  params: OfStudy & {
    waveIds: readonly string[];
    columns: readonly ResponseColumn[];
    covariates: readonly string[];
  },
  onRow: (row: CopiedRow) => void,
): Promise<void> {
  if (params.waveIds.length === 0) return;
  const selected = [
    ...params.columns.map((column) => sql`${columns[column]} as ${sql.identifier(column)}`),
    ...params.covariates.map(
      (id) => sql`covariates->>${id} as ${sql.identifier(`covariate-${id}`)}`,
    ),
  ];
  const waveIds = params.waveIds.map((id) => sql`${id}::uuid`);
  await copyRows(
    tx,
    sql`select ${sql.join(selected, sql`, `)} from responses
        where organisation_id = ${params.organisationId}::uuid
          and study_id = ${params.studyId}::uuid
          and wave_id in (${sql.join(waveIds, sql`, `)})`,
    selected.length,
    onRow,
  );
}
