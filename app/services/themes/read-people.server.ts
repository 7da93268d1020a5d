import type { Coding } from '#db/queries/coding.server.ts';
import { listPeopleWithBands } from '#db/queries/panel-band.server.ts';
import { listStrata } from '#db/queries/panel-stratum.server.ts';
import { withActor } from '../../database.server.ts';
import type { People } from './bands-of-theme.ts';

/**
 * What people said of themselves, to be counted: members have no grant on it, and what people of the panel
 * said says nothing of those who answered a survey.
 */
export async function readPeople(
  of: { organisationId: string; panelId: string },
  { source }: Pick<Coding, 'source'>,
): Promise<People> {
  if (source === 'survey') return { strata: [], bands: [] };
  return withActor({ kind: 'system', organisationId: of.organisationId }, async (tx) => ({
    strata: await listStrata(tx, of),
    bands: await listPeopleWithBands(tx, of),
  }));
}
