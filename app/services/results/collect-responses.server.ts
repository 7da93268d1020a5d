import type { Transaction } from '#db/database.ts';
import { readResponses } from '#db/queries/response.server.ts';
import type { ResultsStudy } from '#db/queries/results-study.server.ts';
import type { Level } from './specification.ts';

export type CollectedResponses = {
  ids: string[];
  waveIds: string[];
  linkKeys: (string | null)[];
  /** Per row: site, language, then the study's covariates. */
  levels: Level[][];
  /** Row-major, items in the order of the instrument. */
  codes: Int16Array;
};

/** Grows by doubling: how many rows come is known only when they have come. */
function growingCodes(width: number) {
  let codes = new Int16Array(width * 1024);
  let length = 0;
  return {
    addRow(text: string): void {
      if (length + width > codes.length) {
        const larger = new Int16Array(codes.length * 2);
        larger.set(codes);
        codes = larger;
      }
      const values = text.slice(1, -1).split(',');
      for (let column = 0; column < width; column += 1) {
        codes[length + column] = Number(values[column]);
      }
      length += width;
    },
    finish: () => codes.slice(0, length),
  };
}

/** The responses of some waves that the transaction's actor may see, as arrays. */
export async function collectResponses(
  tx: Transaction,
  organisationId: string,
  study: ResultsStudy,
  waveIds: readonly string[],
): Promise<CollectedResponses> {
  const ids: string[] = [];
  const rowWaveIds: string[] = [];
  const linkKeys: (string | null)[] = [];
  const levels: Level[][] = [];
  const codes = growingCodes(study.instrument.items.length);
  await readResponses(
    tx,
    {
      organisationId,
      studyId: study.id,
      waveIds,
      columns: ['id', 'waveId', 'itemCodes', 'linkKey', 'siteId', 'language'],
      covariates: study.covariates,
    },
    ([id, waveId, itemCodes, linkKey, ...rowLevels]) => {
      ids.push(id ?? '');
      rowWaveIds.push(waveId ?? '');
      codes.addRow(itemCodes ?? '');
      linkKeys.push(linkKey ?? null);
      levels.push(rowLevels);
    },
  );
  return { ids, waveIds: rowWaveIds, linkKeys, levels, codes: codes.finish() };
}

/** The rows for which `included` holds, in their order. */
export function pickResponses(
  all: CollectedResponses,
  included: readonly boolean[],
): CollectedResponses {
  const rows = included.flatMap((isIn, row) => (isIn ? [row] : []));
  const width = all.ids.length === 0 ? 0 : all.codes.length / all.ids.length;
  const codes = new Int16Array(rows.length * width);
  rows.forEach((row, index) =>
    codes.set(all.codes.subarray(row * width, (row + 1) * width), index * width),
  );
  const pick = <Value>(values: readonly Value[]) => values.filter((_, row) => included[row]);
  return {
    ids: pick(all.ids),
    waveIds: pick(all.waveIds),
    linkKeys: pick(all.linkKeys),
    levels: pick(all.levels),
    codes,
  };
}
