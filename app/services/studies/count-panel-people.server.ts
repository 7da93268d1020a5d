import { countPanelStarts } from '#db/queries/progress.server.ts';
import type { LocalText } from '#surveys/model/languages.ts';
import { withActor } from '../../database.server.ts';
import { coarseCount, type CoarseCount } from './released-count.ts';

export type PanelPeople = {
  waveId: string;
  panelId: string;
  title: LocalText;
  people: CoarseCount;
};

/**
 * How many people of which panel have begun, wave by wave. Said in steps of the minimum, as whatever
 * moves with each person; counted by the system over all sites, for readers of all of them.
 */
export async function countPanelPeople(
  ofStudy: { organisationId: string; studyId: string },
  minimumCellSize: number,
): Promise<PanelPeople[]> {
  const { organisationId } = ofStudy;
  const rows = await withActor({ kind: 'system', organisationId }, (tx) =>
    countPanelStarts(tx, ofStudy),
  );
  return rows.map(({ n, ...panel }) => ({ ...panel, people: coarseCount(n, minimumCellSize) }));
}
