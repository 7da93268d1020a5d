import type { ReadinessDimension } from '#analysis/report/readiness-input.ts';
import type { Transaction } from '#db/database.ts';
import { readResponses, type ResponseColumn } from '#db/queries/response.server.ts';
import type { ResultsStudy } from '#db/queries/results-study.server.ts';
import type { UuidWords } from '#db/uuid-words.ts';
import { declaredLevels } from './declared-levels.ts';
import {
  codesColumn,
  levelColumn,
  textColumn,
  uuidColumn,
  type Column,
} from './response-columns.server.ts';
import { dimensionIds } from './specification.ts';

/** Typed arrays with one element (or four, or one per item) for a row: a million rows are common. */
export type CollectedResponses = {
  n: number;
  ids: UuidWords;
  /** Per row, the wave as an index into those asked for. */
  waves: Int16Array;
  /** Empty unless asked for. */
  linkKeys: (string | null)[];
  /** Site, language, then the study's covariates, with the declared levels first. */
  dimensions: CollectedDimension[];
  /** Row-major, items in the order of the instrument. */
  codes: Int16Array;
};

/** The levels that nobody declared come after the `declared` ones. */
export type CollectedDimension = ReadinessDimension & { declared: number };

type Reading = { name: ResponseColumn | null; column: Column<unknown> };

/** The responses of some waves that the transaction's actor may see. */
export async function collectResponses(
  tx: Transaction,
  organisationId: string,
  study: ResultsStudy,
  waveIds: readonly string[],
  { withLinkKeys = false }: { withLinkKeys?: boolean } = {},
): Promise<CollectedResponses> {
  const dimensions = dimensionIds(study.covariates).map((id) => {
    const declared = declaredLevels(study, id);
    return { id, declared: declared.length, column: levelColumn(declared) };
  });
  const [site, language, ...covariates] = dimensions;
  if (!site || !language) throw new Error('sites and languages are dimensions of every study');
  const [ids, codes, waves, links] = [
    uuidColumn(),
    codesColumn(study.instrument.items.length),
    levelColumn(waveIds),
    textColumn(),
  ];
  const readings: Reading[] = [
    { name: 'id', column: ids },
    { name: 'itemCodes', column: codes },
    ...(waveIds.length > 1 ? [{ name: 'waveId', column: waves } as const] : []),
    ...(withLinkKeys ? [{ name: 'linkKey', column: links } as const] : []),
    { name: 'siteId', column: site.column },
    { name: 'language', column: language.column },
    ...covariates.map(({ column }) => ({ name: null, column })),
  ];
  const columns = [...readings.map(({ column }) => column), waves];
  let [n, room] = [0, 0];
  await readResponses(
    tx,
    {
      ...{ organisationId, studyId: study.id, waveIds, covariates: study.covariates },
      columns: readings.flatMap(({ name }) => name ?? []),
    },
    (copied) => {
      if (n === room) {
        room = Math.max(1024, room * 2);
        for (const column of columns) column.grow(room);
      }
      for (let field = 0; field < readings.length; field += 1) {
        readings[field]?.column.read(copied, field, n);
      }
      n += 1;
    },
  );
  return {
    n,
    ids: ids.finish(n),
    waves: waves.finish(n).index,
    linkKeys: links.finish(n),
    dimensions: dimensions.map(({ column, ...rest }) => ({ ...rest, ...column.finish(n) })),
    codes: codes.finish(n),
  };
}
