import { representationGap } from '#analysis/representation/representation-gap.ts';
import { suppressGroups } from '#analysis/suppression/suppress-groups.ts';
import type { Stratum } from '#db/queries/panel-stratum.server.ts';
import type { LocalText } from '#surveys/model/languages.ts';
import { notSaid } from '../panels/not-said.ts';

export type BandRow = {
  id: string;
  label: LocalText;
  /** Null: fewer than the minimum, or withheld because others could be worked out. */
  people: number | null;
  /** Of everybody counted, by the target; null: no target was set. */
  wanted: number | null;
  /** How many are missing at least and at most, in whole people; negative: more than wanted. */
  missing: [least: number, most: number] | null;
};

export type StratumCounts = { bands: BandRow[]; notSaid: number | null };

/** Everybody counted either is of a band or did not say. */
function countsOf(stratum: Stratum, counted: Readonly<Record<string, number>>, total: number) {
  const bands = stratum.bands.map(({ id }) => counted[id] ?? 0);
  return [...bands, total - bands.reduce((sum, n) => sum + n, 0)];
}

/** Numbers of people by band, withheld where few would be described; those who did not say come last. */
export function shownCounts(
  stratum: Stratum,
  counted: Readonly<Record<string, number>>,
  { total, minimum }: { total: number; minimum: number },
): (number | null)[] {
  const counts = countsOf(stratum, counted, total);
  const released = suppressGroups({
    groups: counts.map((n) => ({ n })),
    minimumCellSize: minimum,
    totalShown: true,
  });
  const shown = released.map((release) => (release.shown ? release.n : null));
  const rest = total - shown.reduce<number>((sum, n) => sum + (n ?? 0), 0);
  // Where nobody is left over, everybody can see that the others are none.
  return shown.map((n) => n ?? (rest === 0 ? 0 : null));
}

/**
 * The gap of one question. Bounds are made of what is shown alone: of a number that is withheld they
 * assume no more than anybody can work out, which is how many people all withheld numbers have in sum.
 */
export function bandGap(
  stratum: Stratum,
  counted: Readonly<Record<string, number>>,
  size: { total: number; minimum: number },
): StratumCounts {
  const shown = shownCounts(stratum, counted, size);
  const withheld = size.total - shown.reduce<number>((sum, n) => sum + (n ?? 0), 0);
  const unsaid = shown.at(-1) ?? null;
  const bands = stratum.bands.map(({ id, label }, index) => {
    const people = shown[index] ?? null;
    const share = stratum.shares[id];
    if (share === undefined) return { id, label, people, wanted: null, missing: null };
    return { id, label, people, ...missingOf({ share, people, unsaid, withheld, ...size }) };
  });
  return { bands, notSaid: unsaid };
}

function missingOf(known: {
  share: number;
  people: number | null;
  unsaid: number | null;
  withheld: number;
  total: number;
}): { wanted: number; missing: [number, number] } {
  const { share, people, unsaid, withheld, total } = known;
  // People of this band that are known of, and those who may be of it besides.
  const maybe = people === null ? withheld + (unsaid ?? 0) : (unsaid ?? withheld);
  const rest = total - (people ?? 0) - maybe;
  const counts = new Map([
    ['this', people ?? 0],
    ['others', rest],
  ]);
  const [gap] = representationGap(counts, maybe, new Map([['this', share]]));
  if (!gap) throw new Error('one target gives one row');
  const [least, most] = gap.missing;
  return { wanted: Math.round(gap.wanted), missing: [Math.round(least), Math.round(most)] };
}

/** How people who did not answer are counted. */
export function bandOf(stratum: Pick<Stratum, 'id' | 'bands'>, bands: Record<string, string>) {
  const said = bands[stratum.id];
  return stratum.bands.some(({ id }) => id === said) && said !== undefined ? said : notSaid;
}
