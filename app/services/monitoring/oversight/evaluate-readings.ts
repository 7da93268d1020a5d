import { cohenKappa } from '#analysis/agreement/cohen-kappa.ts';
import { landisKochBand, type AgreementBand } from '#analysis/agreement/landis-koch.ts';
import { pabak } from '#analysis/agreement/pabak.ts';
import type { Interval } from '#analysis/estimate.ts';
import { wilsonInterval } from '#analysis/groups/wilson-interval.ts';
import type { WatchedRecord } from '#db/queries/watched-record.server.ts';
import { fewestShown, inNewestMode, numberOf } from '../series.ts';
import { totalParts } from './sum-parts.ts';
import { totalOf, type Span } from './sum-shares.ts';

type Estimate = { value: number; interval: Interval };

export type TwoReaders = Span & {
  n: number;
  cells: { code: string; count: number }[];
  agreement: number;
  kappa: (Estimate & { bands: [AgreementBand, AgreementBand] }) | null;
  pabak: Estimate;
  prevalenceIndex: number;
  biasIndex: number;
};

const cellCodes = ['both-found', 'first-only', 'second-only', 'neither'] as const;

/** κ and PABAK of the table of two readers, where all four cells were sent. */
function twoReaders(
  history: readonly WatchedRecord[],
  metric: string,
  today: string,
): TwoReaders | null {
  const { overall } = totalParts(history, metric, today);
  if (!overall || overall.n < fewestShown) return null;
  const [a = NaN, b = NaN, c = NaN, d = NaN] = cellCodes.map((code) => overall.counts.get(code));
  const adjusted = a + b + c + d === overall.n ? pabak([a, b, c, d]) : null;
  if (!adjusted?.ok) return null;
  const { from, to, isBehind, mode, n } = overall;
  const kappa = cohenKappa(Float64Array.of(a, b, c, d), 'unweighted');
  return {
    ...{ from, to, isBehind, mode, n },
    cells: [a, b, c, d].map((count, place) => ({ code: cellCodes[place] ?? '', count })),
    kappa: kappa.ok
      ? {
          ...{ value: kappa.value, interval: kappa.interval },
          bands: [landisKochBand(kappa.interval[0]), landisKochBand(kappa.interval[1])],
        }
      : null,
    pabak: { value: adjusted.value, interval: adjusted.interval },
    ...{ agreement: adjusted.agreement, prevalenceIndex: adjusted.prevalenceIndex },
    biasIndex: adjusted.biasIndex,
  };
}

/** The newest κ that a sender computed; of few notes none. */
function sentKappa(history: readonly WatchedRecord[]) {
  const own = inNewestMode(
    history.filter(
      ({ metric, kind, dimension, replacedAt }) =>
        metric === 'audit-kappa' && kind === 'value' && dimension === '' && replacedAt === null,
    ),
  );
  const newest = own.toSorted((a, b) => (a.from < b.from ? 1 : -1))[0];
  if (!newest || newest.value === null) return null;
  const n = numberOf(newest.detail, 'n');
  if (n < fewestShown) return null;
  const { value, from, to } = newest;
  return { value, n: Number.isNaN(n) ? null : n, from, to };
}

const found = ['omissions', 'fabrications'] as const;
const tables = { omissions: 'omission-readings', fabrications: 'fabrication-readings' } as const;

/** What was found in notes that two people read, and how far they agree. */
export function evaluateReadings(history: readonly WatchedRecord[], today: string) {
  return {
    found: found.map((metric) => {
      const total = totalOf(history, metric, today);
      return {
        metric,
        total: total && {
          ...total,
          interval: wilsonInterval(total.x, total.n),
        },
        readers: twoReaders(history, tables[metric], today),
      };
    }),
    sentKappa: sentKappa(history),
  };
}
export type Readings = ReturnType<typeof evaluateReadings>;
