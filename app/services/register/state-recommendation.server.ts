import type { Member } from '#db/actor.server.ts';
import {
  insertRecommendationStatement,
  listRecommendationStatements,
} from '#db/queries/recommendation.server.ts';
import type { RecommendationState } from '#db/schema/recommendation.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { today } from '../../today.ts';
import type { RecommendationCode } from './future-ai.ts';
import { auditRegister, requireSystem } from './internal.server.ts';

/** Which field of the form a refusal of the service is about. */
export const recommendationRefusals = {
  'evidence-missing': 'evidence',
  'reason-missing': 'note',
  'date-in-future': 'statedOn',
} as const;

type Input = {
  systemId: string;
  code: RecommendationCode;
  state: RecommendationState;
  evidence: string;
  note: string;
  statedOn: string;
  /** Number of the newest statement that the form was made from. */
  revision: number;
};

/** Says how far a system follows a recommendation. What was said before stays. */
export async function stateRecommendation(member: Member, input: Input): Promise<void> {
  const { systemId, code, revision, ...statement } = input;
  authorise(member, 'models.manage');
  const { organisationId, userId: recordedBy } = member;
  const { state, evidence, note, statedOn } = statement;
  if (state === 'met' && evidence === '') throw new ServiceError('invalid', 'evidence-missing');
  if (state === 'not-applicable' && note === '')
    throw new ServiceError('invalid', 'reason-missing');
  if (statedOn > today()) throw new ServiceError('invalid', 'date-in-future');
  await withActor(member, async (tx) => {
    await requireSystem(tx, member, systemId);
    const readNewest = async () => {
      const stated = await listRecommendationStatements(tx, { organisationId, systemId });
      return stated.find((each) => each.code === code)?.number ?? 0;
    };
    const row = { organisationId, systemId, code, recordedBy, ...statement };
    const added =
      (await readNewest()) === revision &&
      (await insertRecommendationStatement(tx, { ...row, number: revision + 1 }));
    // Read once more: whoever was faster at the same moment was not there yet.
    if (!added) {
      throw new ServiceError('conflict', 'edited-meanwhile', { revision: await readNewest() });
    }
    const detail = { code, state, evidence };
    const action = 'system.recommendation-stated';
    await auditRegister(tx, member, { action, subjectId: systemId, detail });
  });
}
