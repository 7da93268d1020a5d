import type { Band } from '#db/queries/panel-person.server.ts';
import type { AboutMe } from './require-joinable.server.ts';

/** Bands that were offered; what was not answered is not stored. */
export function offeredBands(about: AboutMe, given: Readonly<Record<string, string>>): Band[] {
  return (about?.strata ?? []).flatMap(({ id, bands }) => {
    const band = given[id];
    const isOffered = band === 'not-said' || bands.some((offered) => offered.id === band);
    return band !== undefined && isOffered ? [{ stratumId: id, band }] : [];
  });
}
