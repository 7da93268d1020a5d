import { and, eq, inArray, sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { getDatabase, withActor } from '#app/database.server.ts';
import { drawPeople } from '#app/services/recruitment/draw-people.server.ts';
import { getDraw } from '#app/services/recruitment/get-draw.server.ts';
import { getDraws } from '#app/services/recruitment/get-draws.server.ts';
import { repeatDraw } from '#app/services/recruitment/repeat-draw.server.ts';
import { replacePeople } from '#app/services/recruitment/replace-people.server.ts';
import { listDrawsOf } from '#db/queries/panel-draw.server.ts';
import { auditEntries } from '#db/schema/audit.ts';
import { panelDrawCandidates } from '#db/schema/panel-draw.ts';
import { panelMemberBands, panelMembers } from '#db/schema/panel-member.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import {
  addPeople,
  createRecruitingPanel,
  type RecruitingPanel,
} from '#tests/support/recruiting-panel.ts';
import { createMember } from '#tests/support/workspace.ts';
import { buildWorker } from '../results/worker-thread.ts';

type Range = [fewest: number, most: number];

const quotasOf = ({ stratumId }: RecruitingPanel, woman: Range, man: Range) =>
  Object.entries({ woman, man }).map(([band, [fewest, most]]) => ({
    ...{ stratumId, band, fewest, most },
  }));

const nobodyElse = ({ stratumId }: RecruitingPanel) => ({
  ...{ stratumId, band: 'not-said', fewest: 0, most: 0 },
});

/** Six women, nine men and three who did not say. */
async function filled() {
  const panel = await createRecruitingPanel();
  const women = await addPeople(panel, { count: 6, band: 'woman' });
  const men = await addPeople(panel, { count: 9, band: 'man' });
  const others = await addPeople(panel, { count: 3 });
  return { ...panel, women, men, others };
}

const balanced = (panel: RecruitingPanel) => ({
  ...{ panelId: panel.panelId, seats: 6, seed: 'a public seed' },
  quotas: quotasOf(panel, [3, 4], [2, 3]),
});

async function inState(panel: RecruitingPanel, state: 'selected' | 'not-selected' | 'candidate') {
  const people = await getDatabase()
    .select({ id: panelMembers.id })
    .from(panelMembers)
    .where(and(eq(panelMembers.panelId, panel.panelId), eq(panelMembers.state, state)));
  return people.map(({ id }) => id);
}

const leave = (id: string) =>
  getDatabase().update(panelMembers).set({ state: 'left' }).where(eq(panelMembers.id, id));

describeOnDatabases('a draw', () => {
  beforeAll(buildWorker, 60_000);

  it('selects people within the quotas, stores everybody’s chance, and is published', async () => {
    const panel = await filled();
    const { facilitator, panelId } = panel;
    const { number } = await drawPeople(facilitator, balanced(panel));
    const selected = await inState(panel, 'selected');
    const women = selected.filter((id) => panel.women.includes(id)).length;
    const men = selected.filter((id) => panel.men.includes(id)).length;
    expect(selected).toHaveLength(6);
    expect(women >= 3 && women <= 4 && men >= 2 && men <= 3).toBe(true);
    expect(await inState(panel, 'not-selected')).toHaveLength(12);
    const draw = await getDraw(facilitator, { panelId, number });
    expect(draw).toMatchObject({ seed: 'a public seed', candidates: 18, drawnSeats: { count: 6 } });
    expect(draw.selected).toHaveLength(6);
    expect(draw.chances?.smallest).toBeGreaterThan(0);
    const drawn = await getDatabase()
      .select({ probability: panelDrawCandidates.probability })
      .from(panelDrawCandidates)
      .where(eq(panelDrawCandidates.panelId, panelId));
    const sum = drawn.reduce((total, { probability }) => total + probability, 0);
    expect(sum).toBeCloseTo(6, 4);
  });

  it('tells a person the own chance, and the workspace nobody’s', async () => {
    const panel = await filled();
    const { organisationId, panelId, facilitator } = panel;
    await drawPeople(facilitator, balanced(panel));
    const memberId = panel.women[0] ?? '';
    const person = { kind: 'panel-member', organisationId, panelId, memberId } as const;
    const [own, ...rest] = await withActor(person, (tx) => listDrawsOf(tx, person));
    expect(rest).toEqual([]);
    expect(own?.probability).toBeGreaterThan(0.4);
    const draw = await getDraw(await createMember(panel.workspace, 'lay-member'), {
      ...{ panelId, number: 1 },
    });
    expect(draw.selected).toBeNull();
  });

  it('says to who has no list of the people no number of few, nor one from which it follows', async () => {
    const panel = await filled();
    const { facilitator, panelId } = panel;
    const lay = await createMember(panel.workspace, 'lay-member');
    // All but two of eighteen are drawn.
    await drawPeople(facilitator, { ...balanced(panel), seats: 16, quotas: [] });
    expect(await getDraws(lay, { panelId })).toMatchObject({ seated: { count: 16 }, free: null });
    await leave((await inState(panel, 'selected'))[0] ?? '');
    const draw = await getDraw(lay, { panelId, number: 1 });
    expect(draw).toMatchObject({ candidates: null, chances: null, drawnSeats: { count: 16 } });
    const page = await getDraws(lay, { panelId });
    expect(page).toMatchObject({ candidates: { fewerThan: 5 }, seated: 'hidden', free: null });
    const own = await getDraws(facilitator, { panelId });
    expect(own).toMatchObject({ candidates: { count: 2 }, seated: { count: 15 }, free: 1 });
    await replacePeople(facilitator, { panelId, seed: 'again', reason: 'Somebody left' });
    const { draws } = await getDraws(lay, { panelId });
    expect(draws.map(({ seats }) => seats)).toEqual([{ fewerThan: 5 }, { count: 16 }]);
  });

  it('comes out the same when it is repeated', async () => {
    const panel = await filled();
    const { facilitator, panelId } = panel;
    const { number } = await drawPeople(facilitator, balanced(panel));
    expect(await repeatDraw(facilitator, { panelId, number })).toBe('same');
    await getDatabase().execute(sql`
      with again as (
        insert into panel_draws (organisation_id, panel_id, number, seed, seats, quotas, pool_hash, drawn_by)
        select organisation_id, panel_id, 2, 'another seed', seats, quotas, pool_hash, drawn_by
        from panel_draws where panel_id = ${panelId} returning organisation_id, id)
      insert into panel_draw_candidates
      select c.organisation_id, again.id, c.member_id, c.panel_id, c.probability, c.selected
      from panel_draw_candidates c, again where c.panel_id = ${panelId}`);
    // A record that names another seed than the one that was drawn with.
    expect(await repeatDraw(facilitator, { panelId, number: 2 })).toBe('different');
  });

  it('says so when what people said has changed since', async () => {
    const panel = await filled();
    const { facilitator, panelId } = panel;
    const { number } = await drawPeople(facilitator, balanced(panel));
    await getDatabase()
      .delete(panelMemberBands)
      .where(eq(panelMemberBands.memberId, panel.men[0] ?? ''));
    expect(await repeatDraw(facilitator, { panelId, number })).toBe('pool-changed');
  });

  it('is held once, whoever else draws at the same time', async () => {
    const panel = await filled();
    const { facilitator } = panel;
    const draws = await Promise.allSettled([
      drawPeople(facilitator, balanced(panel)),
      drawPeople(facilitator, { ...balanced(panel), seed: 'mine' }),
    ]);
    expect(draws.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await inState(panel, 'selected')).toHaveLength(6);
    await expect(drawPeople(facilitator, balanced(panel))).rejects.toMatchObject({
      reason: 'draw-exists',
    });
  });

  it('is refused without saying which quota cannot be kept, changes nothing and is recorded', async () => {
    const panel = await filled();
    const { facilitator, organisationId } = panel;
    const quotas = quotasOf(panel, [7, 8], [0, 8]);
    const draw = drawPeople(facilitator, { ...balanced(panel), seats: 8, quotas });
    await expect(draw).rejects.toMatchObject({
      ...{ code: 'invalid', reason: 'draw-quotas-conflict' },
      values: {},
    });
    const many = drawPeople(facilitator, { ...balanced(panel), seats: 19, quotas: [] });
    await expect(many).rejects.toMatchObject({ reason: 'draw-too-few-candidates' });
    expect(await inState(panel, 'candidate')).toHaveLength(18);
    const trail = await getDatabase()
      .select({ action: auditEntries.action })
      .from(auditEntries)
      .where(eq(auditEntries.organisationId, organisationId));
    expect(trail.map(({ action }) => action)).toEqual(['panel.draw-refused', 'panel.draw-refused']);
  });

  it('is refused where its quotas make no sense or would tell of everybody what they are', async () => {
    const panel = await filled();
    const { facilitator } = panel;
    const refused = [
      [{ seats: 4 }, 'draw-seats-few'],
      [{ quotas: quotasOf(panel, [4, 3], [0, 6]) }, 'draw-quota-order'],
      [{ quotas: quotasOf(panel, [6, 6], [0, 6]) }, 'draw-quota-reveals'],
      [{ quotas: quotasOf(panel, [4, 5], [4, 5]) }, 'draw-fewest-many'],
      [{ quotas: [...quotasOf(panel, [0, 2], [0, 3]), nobodyElse(panel)] }, 'draw-most-few'],
    ] as const;
    for (const [change, reason] of refused) {
      const draw = drawPeople(facilitator, { ...balanced(panel), ...change });
      await expect(draw).rejects.toMatchObject({ code: 'invalid', reason });
    }
  });

  it('leaves answers without a quota free to fill the seats', async () => {
    const panel = await filled();
    const quotas = quotasOf(panel, [3, 4], [0, 0]).slice(0, 1);
    await drawPeople(panel.facilitator, { ...balanced(panel), quotas });
    expect(await inState(panel, 'selected')).toHaveLength(6);
  });

  it('is held by a facilitator', async () => {
    const panel = await filled();
    const moderator = await createMember(panel.workspace, 'moderator');
    await expect(drawPeople(moderator, balanced(panel))).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  it('replaces who left under the same quotas, and can be repeated too', async () => {
    const panel = await filled();
    const { facilitator, panelId } = panel;
    await drawPeople(facilitator, balanced(panel));
    const chosen = await inState(panel, 'selected');
    const replace = { panelId, seed: 'second', reason: 'Moved away' };
    await expect(replacePeople(facilitator, replace)).rejects.toMatchObject({
      reason: 'draw-no-seat',
    });
    const womenBefore = chosen.filter((id) => panel.women.includes(id));
    await leave(womenBefore[0] ?? '');
    if (womenBefore.length === 4) await leave(womenBefore[1] ?? '');
    const { number } = await replacePeople(facilitator, replace);
    expect(number).toBe(2);
    const after = await inState(panel, 'selected');
    const women = after.filter((id) => panel.women.includes(id)).length;
    const men = after.filter((id) => panel.men.includes(id)).length;
    expect(after).toHaveLength(6);
    expect(women >= 3 && women <= 4 && men >= 2 && men <= 3).toBe(true);
    expect(await repeatDraw(facilitator, { panelId, number })).toBe('same');
    const { draws, free } = await getDraws(facilitator, { panelId });
    expect(draws.map(({ reason }) => reason)).toEqual(['Moved away', null]);
    expect(free).toBe(0);
  });

  it('does not touch who has a seat already', async () => {
    const panel = await filled();
    const seated = panel.women.slice(0, 2);
    await getDatabase()
      .update(panelMembers)
      .set({ state: 'active' })
      .where(inArray(panelMembers.id, seated));
    await drawPeople(panel.facilitator, balanced(panel));
    const selected = await inState(panel, 'selected');
    expect(selected).toHaveLength(4);
    const women = selected.filter((id) => panel.women.includes(id)).length;
    expect(women >= 1 && women <= 2).toBe(true);
  });
});
