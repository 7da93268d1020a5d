import { beforeAll, describe, expect, it } from 'vitest';
import { seededGenerator } from '#analysis/numeric/seeded-generator.ts';
import { getDatabase } from '#app/database.server.ts';
import { findOpinion } from '#app/services/opinion/find-opinion.ts';
import { getOpinion } from '#app/services/opinion/get-opinion.server.ts';
import { presentOpinion } from '#app/services/opinion/present-opinion.ts';
import { votesMatrix } from '#app/services/opinion/votes-matrix.ts';
import { openRound } from '#app/services/panels/open-round.server.ts';
import { saveStatement } from '#app/services/panels/save-statement.server.ts';
import { getRound } from '#app/services/panels/get-round.server.ts';
import type { Member } from '#db/actor.server.ts';
import type { OneVote } from '#db/queries/round-votes.server.ts';
import { panelVotes } from '#db/schema/panel-statement.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace } from '#tests/support/workspace.ts';
import { buildWorker } from '../results/worker-thread.ts';
import { joinPeople } from '../panel-jobs/words-of-people.ts';
import { endRound, openedPanel, readyRound, roundRevisionOf } from '../support/panel-set-up.ts';

const statements = 8;

/** Two camps who differ on the first six statements and agree with the last two; one in eight wavers. */
function choiceOf(person: number, statement: number, perCamp: number): 'agree' | 'disagree' {
  const camp = person < perCamp ? 0 : 1;
  const wavers = (person + statement) % 8 === 0;
  if (statement >= 6) return wavers ? 'disagree' : 'agree';
  return ((statement + camp) % 2 === 0) !== wavers ? 'agree' : 'disagree';
}

function camps(perCamp: number): OneVote[] {
  return Array.from({ length: 2 * perCamp }, (_, person) =>
    Array.from({ length: statements }, (__, statement): OneVote => ({
      ...{ memberId: `p${String(person).padStart(3, '0')}`, statementId: `s${statement}` },
      ...{ choice: choiceOf(person, statement, perCamp), passReason: null },
    })),
  ).flat();
}

const present = (votes: OneVote[], minimum = 5) =>
  presentOpinion(findOpinion({ ...votesMatrix(votes), minimum }), minimum);

describe('groups of people who vote alike, as they may be told', () => {
  it('are told in people in a panel of thirty, and with intervals in a larger one', () => {
    const [small, large] = [present(camps(12)), present(camps(40))];
    for (const opinion of [small, large]) {
      expect(opinion.groups).toHaveLength(2);
      expect(opinion.agreed.map(({ statementId }) => statementId).sort()).toEqual(['s6', 's7']);
    }
    expect(small.groups.map(({ people }) => people)).toEqual([12, 12]);
    expect(JSON.stringify(small)).not.toMatch(/"(share|low|high)":/u);
    expect(small.groups.flatMap(({ representative }) => representative)).not.toEqual([]);
    for (const { representative } of small.groups) {
      expect(representative.every(({ within }) => within === null)).toBe(true);
    }
    for (const { shared } of large.agreed) {
      expect(shared?.low).toBeGreaterThan(50);
      expect(shared?.high).toBeGreaterThanOrEqual(shared?.share ?? 100);
    }
  });

  it('divide over what each camp sees otherwise, never over what a majority says', () => {
    const { divisive, agreed } = present(camps(40));
    expect(divisive).toHaveLength(6);
    for (const { statementId } of agreed) expect(divisive).not.toContain(statementId);
  });

  it('are the same whatever the order of votes', () => {
    const votes = camps(20);
    expect(present([...votes].reverse())).toEqual(present(votes));
  });

  it('have no sizes where these would tell how few are in none', () => {
    const few = camps(13).filter(
      ({ memberId, statementId }) => memberId !== 'p025' || statementId === 's0',
    );
    const { groups } = present(few);
    expect(groups).toHaveLength(2);
    expect(groups.map(({ people }) => people)).toEqual([null, null]);
  });

  it('are none, with a reason, where people do not fall into camps or are too few', () => {
    const random = seededGenerator(1);
    const noise = camps(20).map((vote): OneVote => ({
      ...vote,
      choice: random() < 0.5 ? 'agree' : 'disagree',
    }));
    const opinion = present(noise);
    expect(opinion.groups).toEqual([]);
    expect(opinion.noGroups).toBe('votes-unrelated');
    expect(present(camps(4)).noGroups).toBe('too-few-participants');
  });

  it('keep to themselves who is in which', () => {
    expect(JSON.stringify(findOpinion({ ...votesMatrix(camps(12)), minimum: 5 }))).not.toMatch(
      /p0\d\d/u,
    );
  });
});

describeOnDatabases('the opinion page of a round', () => {
  let facilitator: Member;
  beforeAll(async () => {
    await buildWorker();
    facilitator = await createMember(await createWorkspace(), 'facilitator');
  });

  it('tells nothing while the round is open, then groups found in a worker', async () => {
    const { panelId } = await openedPanel(facilitator);
    const round = await readyRound(facilitator, panelId);
    for (let at = 0; at < statements; at += 1) {
      const text = { en: `Statement ${at}`, kk: `Пікір ${at}` };
      const revision = await roundRevisionOf(facilitator, round);
      await saveStatement(facilitator, {
        ...{ ...round, revision, statementId: null, contributionId: null, text, easyRead: text },
      });
    }
    const revision = await roundRevisionOf(facilitator, round);
    await openRound(facilitator, { ...round, revision, seenOver: [], askNonetheless: [] });
    const { organisationId } = facilitator;
    const people = await joinPeople({ organisationId, panelId }, { en: 24 });
    const ids = (await getRound(facilitator, round)).statements.map(({ id }) => id);
    await getDatabase()
      .insert(panelVotes)
      .values(
        people.flatMap(({ memberId }, person) =>
          ids.map((statementId, statement) => ({
            ...{ organisationId, panelId, memberId, statementId },
            choice: choiceOf(person, statement, 12),
          })),
        ),
      );
    expect((await getOpinion(facilitator, round)).opinion).toBeNull();
    await endRound(facilitator, round);
    const { opinion } = await getOpinion(facilitator, round);
    expect(opinion?.groups.map(({ people: size }) => size)).toEqual([12, 12]);
    expect(opinion?.agreed.map(({ statementId }) => ids.indexOf(statementId)).sort()).toEqual([
      6, 7,
    ]);
  });
});
