import type { PersonWithBands } from '#db/queries/panel-band.server.ts';
import type { Stratum } from '#db/queries/panel-stratum.server.ts';

/**
 * By person the band that they named in the panel's first question about people: quotes of a draft are spread over
 * these. Of all questions together hardly two people would be alike, and nothing would be spread.
 */
export function bandOfPeople(
  [first]: readonly Stratum[],
  bands: readonly PersonWithBands[],
): Map<string, string> {
  return new Map(
    bands.flatMap((person) => {
      const band = first && person.bands[first.id];
      return band === undefined ? [] : [[person.id, band] as const];
    }),
  );
}
