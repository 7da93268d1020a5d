import type { Member } from '#db/actor.server.ts';
import { withActor } from '../../../database.server.ts';
import { authorise } from '../../../permissions.ts';
import { today } from '../../../today.ts';
import { requireSystem } from '../../register/internal.server.ts';
import { listTestWaves } from '../../register/list-test-waves.server.ts';
import { textOf } from '../../register/read-field.ts';
import { shownSections } from '../../register/shown-sections.ts';
import { readPlace } from '../get-monitoring.server.ts';
import { readPlans, type DeploymentIds } from '../internal.server.ts';
import type { MonitoringReader } from '../monitoring-reader.server.ts';
import { evaluateOversight } from './evaluate-oversight.ts';
import { presentBias, presentMinutes } from './present-oversight.ts';
import { readToldOfPeople } from './read-people.server.ts';

/**
 * People beside the machine at one place: what the register declares, as far as the reader may know it, and
 * what was measured. It is computed when it is read; nothing of it is stored, and nothing raises an alert.
 */
export async function getOversight(member: Member, reader: MonitoringReader, ids: DeploymentIds) {
  authorise(member, 'models.read');
  const { organisationId } = member;
  const ofDeployment = { organisationId, deploymentId: ids.deploymentId };
  return withActor(member, async (tx) => {
    const place = await readPlace(tx, member, ids);
    const system = await requireSystem(tx, member, ids.systemId);
    const { sections, withheld } = shownSections(member, system.sections);
    const { current } = await readPlans(tx, ofDeployment);
    const { history, leastSeconds } = await readToldOfPeople(tx, ofDeployment, current);
    const found = evaluateOversight(history, { today: today(), leastSeconds });
    const waveId = textOf(sections, 'explainability', 'testedInWave');
    const waves = waveId === '' ? [] : await listTestWaves(tx, { organisationId });
    return {
      ...place,
      ...found,
      declared: {
        isWithheld: withheld.includes('autonomy'),
        humanLevel: textOf(sections, 'autonomy', 'humanLevel'),
        reviewRule: textOf(sections, 'autonomy', 'reviewRule'),
        mayOverride: textOf(sections, 'autonomy', 'mayOverride'),
      },
      wave: waves.find(({ id }) => id === waveId) ?? null,
      biasChart: presentBias(reader, found.bias),
      minutesChart: presentMinutes(reader, found.minutes),
    };
  });
}
export type OversightPage = Awaited<ReturnType<typeof getOversight>>;

/** Every figure of the page. */
export const oversightCharts = ({ biasChart, minutesChart }: OversightPage) =>
  [biasChart, minutesChart].filter((chart) => chart !== null);
