import type { Member } from '#db/actor.server.ts';
import type { LifecycleStage, SystemCategory } from '#db/schema/ai-system.ts';
import type { LocalText } from '#surveys/model/languages.ts';
import { insertDescription, insertSystem } from '#db/queries/ai-system.server.ts';
import { insertStageEvent } from '#db/queries/stage-event.server.ts';
import type { Transaction } from '#db/database.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { today } from '../../today.ts';
import type { Sections } from './description-schema.ts';
import { auditRegister } from './internal.server.ts';
import { stagesOfEntry } from './needed-roles.ts';

export type NewSystem = {
  slug: string;
  name: LocalText;
  summary: LocalText;
  category: SystemCategory;
  stage: LifecycleStage;
  /** Why it is at this stage, and who decided so. */
  reason: string;
  decidedBy: string;
  sections?: Sections;
};

/** Which field of the form a refusal of the service is about. */
export const systemRefusals = {
  'system-address-taken': 'slug',
  'stage-before-people': 'stage',
} as const;

/** Within a transaction of its caller, who has asked whether the member may. */
export async function enterSystem(
  tx: Transaction,
  member: Member,
  { slug, stage, reason, decidedBy, sections = {}, ...description }: NewSystem,
): Promise<string> {
  if (!stagesOfEntry.includes(stage)) throw new ServiceError('invalid', 'stage-before-people');
  const { organisationId, userId: recordedBy } = member;
  const system = await insertSystem(tx, { organisationId, slug });
  if (!system) throw new ServiceError('conflict', 'system-address-taken');
  const ofSystem = { organisationId, systemId: system.id, recordedBy, number: 1 };
  await insertDescription(tx, { ...ofSystem, ...description, sections });
  const decision = { kind: 'first', stage, reason, decidedBy, decidedOn: today() } as const;
  await insertStageEvent(tx, { ...ofSystem, ...decision });
  await auditRegister(tx, member, {
    action: 'system.registered',
    subjectId: system.id,
    detail: { slug, category: description.category, stage, reason },
  });
  return system.id;
}

/** Enters a system into the register, where its life begins with a stage that somebody answers for. */
export async function createSystem(
  member: Member,
  input: NewSystem,
): Promise<{ systemId: string }> {
  authorise(member, 'models.manage');
  return { systemId: await withActor(member, (tx) => enterSystem(tx, member, input)) };
}
