import { jeffreysShare } from '#analysis/groups/jeffreys-share.ts';
import type { PersonWithBands } from '#db/queries/panel-band.server.ts';
import type { Stratum } from '#db/queries/panel-stratum.server.ts';
import type { LocalText } from '#surveys/model/languages.ts';
import { shownCounts } from '../outcomes/shown-counts.ts';
import { notSaid } from '../panels/not-said.ts';
import type { BandOfTheme } from './report-content.ts';
import { suppressBands } from './suppress-bands.ts';

export type People = { strata: readonly Stratum[]; bands: readonly PersonWithBands[] };

type Writers = { everybody: ReadonlySet<string>; minimum: number };

/** Of who did not say; a page says so in the reader's language. */
export const notSaidLabel: LocalText = {};

/** Of so few writers a share says less than their number. */
const mostWithoutShares = 30;

/** A band that people prefer not to name, or did not answer, is one of its own. */
export function countBands(
  stratum: Stratum,
  bands: readonly PersonWithBands[],
  people: ReadonlySet<string>,
): number[] {
  const ids = [...stratum.bands.map(({ id }) => id), notSaid];
  const counts = ids.map(() => 0);
  for (const person of bands) {
    if (!people.has(person.id)) continue;
    const index = ids.indexOf(person.bands[stratum.id] ?? notSaid);
    counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts;
}

/**
 * People of a theme by band of one question about them, as they may be shown. Their share with its
 * interval is added where more than thirty people wrote and no band of the writers has too few.
 */
export function bandsOfTheme(
  stratum: Stratum,
  {
    bands,
    inTheme,
    everybody,
    minimum,
  }: Writers & Pick<People, 'bands'> & { inTheme: Set<string> },
): BandOfTheme[] {
  const labels = [...stratum.bands.map(({ label }) => label), notSaidLabel];
  const [own, among] = [countBands(stratum, bands, inTheme), countBands(stratum, bands, everybody)];
  const shown = suppressBands(own, among, minimum);
  const mayShare =
    everybody.size > mostWithoutShares && !shownCounts(among, minimum).includes(null);
  return labels.flatMap((label, index): BandOfTheme[] => {
    const [people, all] = [shown[index] ?? null, among[index] ?? 0];
    if (all === 0) return [];
    if (people === null || !mayShare) return [{ label, people }];
    const [low, high] = jeffreysShare(people, all).interval;
    return [{ label, people, share: { among: all, low, high } }];
  });
}
