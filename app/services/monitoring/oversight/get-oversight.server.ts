import type { Member } from '#db/actor.server.ts';
import type { Transaction } from '#db/database.ts';
import { listEvaluationInputs } from '#db/queries/deployment-evaluation.server.ts';
import { withActor } from '../../../database.server.ts';
import { ServiceError } from '../../../errors.ts';
import { compute } from '../../../jobs/worker-pool.server.ts';
import { authorise } from '../../../permissions.ts';
import { today } from '../../../today.ts';
import { requireSystem } from '../../register/internal.server.ts';
import { listTestWaves } from '../../register/list-test-waves.server.ts';
import { textOf } from '../../register/read-field.ts';
import { shownSections } from '../../register/shown-sections.ts';
import { remember } from '../../remember.ts';
import { readPlace } from '../get-monitoring.server.ts';
import { readPlans, type DeploymentIds } from '../internal.server.ts';
import { inputsOf } from '../kept-evaluation.ts';
import type { MonitoringReader } from '../monitoring-reader.server.ts';
import type { Oversight } from './evaluate-oversight.ts';
import { presentBias, presentMinutes } from './present-oversight.ts';
import { readToldOfPeople } from './read-people.server.ts';

const recall = remember<Oversight>({ most: 50 });
const longestMs = 10 * 60_000;

/** The place with what its register declares, and all that the page is computed from, with a name for it. */
async function readOversight(tx: Transaction, member: Member, ids: DeploymentIds) {
  const { organisationId } = member;
  const ofDeployment = { organisationId, deploymentId: ids.deploymentId };
  const day = today();
  const place = await readPlace(tx, member, ids);
  const system = await requireSystem(tx, member, ids.systemId);
  // Asked first: what comes in while this is read is never taken for counted.
  const [inputs] = await listEvaluationInputs(tx, ofDeployment);
  if (!inputs) throw new ServiceError('not-found');
  const { current } = await readPlans(tx, ofDeployment);
  const told = await readToldOfPeople(tx, ofDeployment, current);
  const { sections, withheld } = shownSections(member, system.sections);
  const waveId = textOf(sections, 'explainability', 'testedInWave');
  const waves = waveId === '' ? [] : await listTestWaves(tx, { organisationId });
  return {
    input: { ...told, today: day },
    key: [organisationId, ids.deploymentId, day, inputsOf(inputs)].join(' '),
    page: {
      ...place,
      declared: {
        isWithheld: withheld.includes('autonomy'),
        humanLevel: textOf(sections, 'autonomy', 'humanLevel'),
        reviewRule: textOf(sections, 'autonomy', 'reviewRule'),
        mayOverride: textOf(sections, 'autonomy', 'mayOverride'),
      },
      wave: waves.find(({ id }) => id === waveId) ?? null,
    },
  };
}

/**
 * People beside the machine at one place: what the register declares, as far as the reader may know it, and
 * what was measured. It is computed in a worker, once for what there is to compute from while a process remembers
 * it; nothing of it is stored, and nothing raises an alert.
 */
export async function getOversight(member: Member, reader: MonitoringReader, ids: DeploymentIds) {
  authorise(member, 'models.read');
  const { page, input, key } = await withActor(member, (tx) => readOversight(tx, member, ids));
  const found = await recall(key, () =>
    compute('oversight', input, {
      ...{ signal: AbortSignal.timeout(longestMs), onProgress: () => undefined },
    }),
  );
  return {
    ...page,
    ...found,
    biasChart: presentBias(reader, found.bias),
    minutesChart: presentMinutes(reader, found.minutes),
  };
}
export type OversightPage = Awaited<ReturnType<typeof getOversight>>;

/** Every figure of the page. */
export const oversightCharts = ({ biasChart, minutesChart }: OversightPage) =>
  [biasChart, minutesChart].filter((chart) => chart !== null);
