import type { Member } from '#db/actor.server.ts';
import { listDescriptions } from '#db/queries/ai-system.server.ts';
import { withActor } from '../../database.server.ts';
import { authorise } from '../../permissions.ts';
import { dutiesOf } from './duties-of.ts';
import { namesOf, requireSystem } from './internal.server.ts';
import { listTestWaves } from './list-test-waves.server.ts';
import { readDutyRows } from './read-duty-rows.server.ts';
import { readSystemFrame } from './read-system.server.ts';
import { shownSections } from './shown-sections.ts';
import { conditionsOf } from './stage-conditions.ts';
import { eventsOf, waitingFor } from './stages.ts';
import { withRecorder } from './with-recorder.ts';

/** The page of a system: what is said of it as far as the reader may know it, and what is missing. */
export async function getSystem(member: Member, { systemId }: { systemId: string }) {
  authorise(member, 'models.read');
  const { organisationId } = member;
  const page = await withActor(member, async (tx) => {
    const frame = await readSystemFrame(tx, member, systemId);
    const system = await requireSystem(tx, member, systemId);
    const rows = await readDutyRows(tx, { organisationId, systemId });
    const own = eventsOf(rows.events, systemId, null);
    return {
      ...{ frame, summary: system.summary, describedAt: system.describedAt },
      ...shownSections(member, system.sections),
      ...dutiesOf(member, system, rows),
      waves: await listTestWaves(tx, { organisationId }),
      stageEvents: own,
      ratifyBy: waitingFor(own),
      conditions: conditionsOf(rows.conditions, { systemId, deploymentId: null }),
      day: rows.today,
      descriptions: (await listDescriptions(tx, { organisationId, systemId })).map(
        ({ number, recordedBy, createdAt }) => ({ number, recordedBy, createdAt }),
      ),
    };
  });
  const recorders = page.conditions.flatMap(({ recordedBy }) => recordedBy ?? []);
  const names = await namesOf([
    ...page.descriptions.map(({ recordedBy }) => recordedBy),
    ...recorders,
  ]);
  const descriptions = page.descriptions.map(({ recordedBy, ...description }) => ({
    ...description,
    by: names.get(recordedBy) ?? null,
  }));
  return { ...page, descriptions, conditions: withRecorder(page.conditions, names) };
}
