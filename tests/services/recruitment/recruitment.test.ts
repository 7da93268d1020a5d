import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { getDatabase } from '#app/database.server.ts';
import { closeChannel } from '#app/services/recruitment/close-channel.server.ts';
import { getRecruitment } from '#app/services/recruitment/get-recruitment.server.ts';
import { openChannel } from '#app/services/recruitment/open-channel.server.ts';
import { purgeBands } from '#app/services/recruitment/purge-bands.server.ts';
import { removeStratum } from '#app/services/recruitment/remove-stratum.server.ts';
import { saveStratum } from '#app/services/recruitment/save-stratum.server.ts';
import type { StratumInput } from '#app/services/recruitment/stratum-problems.ts';
import { auditEntries } from '#db/schema/audit.ts';
import { panelMemberBands, panelMembers } from '#db/schema/panel-member.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { addPeople, createRecruitingPanel } from '#tests/support/recruiting-panel.ts';
import { createMember } from '#tests/support/workspace.ts';

const question = {
  question: { en: 'Age' },
  source: 'Census 2021',
  reason: 'All ages come',
  why: '',
};
const band = (en: string, id = '') => ({ id, label: { en } });

function age(change: Partial<StratumInput> = {}): StratumInput {
  return { ...question, bands: [band('Young'), band('Old')], percent: [60, 40], ...change };
}

describeOnDatabases('recruitment', () => {
  it('has channels with codes of their own, which are closed once', async () => {
    const panel = await createRecruitingPanel();
    const { facilitator, panelId } = panel;
    const first = await openChannel(facilitator, {
      panelId,
      name: 'Carers’ group',
      kind: 'partner',
    });
    const second = await openChannel(facilitator, { panelId, name: 'Ward staff', kind: 'staff' });
    expect(first.code).not.toBe(second.code);
    const { channels } = await getRecruitment(facilitator, { panelId });
    expect(channels.map(({ name }) => name)).toEqual(['Poster', 'Carers’ group', 'Ward staff']);
    const channelId = channels[1]?.id ?? '';
    await closeChannel(facilitator, { panelId, channelId });
    await expect(closeChannel(facilitator, { panelId, channelId })).rejects.toMatchObject({
      code: 'conflict',
    });
    const after = await getRecruitment(facilitator, { panelId });
    expect(after.channels[1]?.closedOn).not.toBeNull();
  });

  it('is changed by a facilitator alone and read by who may see the panel', async () => {
    const { workspace, panelId } = await createRecruitingPanel();
    const lay = await createMember(workspace, 'lay-member');
    const channel = { panelId, name: 'x', kind: 'open' } as const;
    await expect(openChannel(lay, channel)).rejects.toMatchObject({ code: 'forbidden' });
    expect((await getRecruitment(lay, { panelId })).channels).toHaveLength(1);
    const translator = await createMember(workspace, 'translator');
    await expect(getRecruitment(translator, { panelId })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  it('keeps a target with source and reason, and says what is missing of one', async () => {
    const { facilitator, panelId } = await createRecruitingPanel();
    const save = (input: StratumInput) =>
      saveStratum(facilitator, { panelId, stratumId: null, revision: 1, input });
    const reasons = [
      [age({ bands: [band('One')], percent: [100] }), 'stratum-few-bands'],
      [age({ percent: [60, null] }), 'stratum-share-missing'],
      [age({ percent: [60, 60] }), 'stratum-share-sum'],
      [age({ source: '' }), 'stratum-source-missing'],
      [age({ reason: '' }), 'stratum-reason-missing'],
    ] as const;
    for (const [input, reason] of reasons) {
      await expect(save(input)).rejects.toMatchObject({ code: 'invalid', reason });
    }
    const { stratumId } = await save(age());
    const { questions } = await getRecruitment(facilitator, { panelId });
    const saved = questions.find(({ id }) => id === stratumId);
    expect(saved).toMatchObject({
      hasTarget: true,
      source: 'Census 2021',
      reason: 'All ages come',
    });
    await save(
      age({ question: { en: 'Postcode' }, percent: [null, null], source: '', reason: '' }),
    );
    const without = await getRecruitment(facilitator, { panelId });
    expect(without.questions.map(({ hasTarget }) => hasTarget)).toEqual([true, true, false]);
    expect(without.changes).toEqual([]);
  });

  it('of two who save a question the second is told', async () => {
    const { facilitator, panelId } = await createRecruitingPanel();
    const { stratumId } = await saveStratum(facilitator, {
      ...{ panelId, stratumId: null, revision: 1, input: age() },
    });
    const bands = [band('Young', 'b1'), band('Old', 'b2')];
    const save = (source: string) =>
      saveStratum(facilitator, { panelId, stratumId, revision: 1, input: age({ bands, source }) });
    const saved = await Promise.allSettled([save('One'), save('Two')]);
    expect(saved.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = saved.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
    expect(lost.reason).toMatchObject({ code: 'conflict', reason: 'stratum-changed' });
  });

  it('records a target that is changed after somebody joined, and keeps the question', async () => {
    const panel = await createRecruitingPanel();
    const { facilitator, panelId, stratumId } = panel;
    await addPeople(panel, { count: 1, band: 'woman' });
    const input: StratumInput = {
      ...{ question: { en: 'Gender' }, source: 'Patients of 2026', reason: 'Both', why: '' },
      bands: [band('Woman', 'woman'), band('Man', 'man')],
      percent: [70, 30],
    };
    const save = (change: Partial<StratumInput>) =>
      saveStratum(facilitator, {
        ...{ panelId, stratumId, revision: 1, input: { ...input, ...change } },
      });
    await expect(save({})).rejects.toMatchObject({ reason: 'stratum-why-missing' });
    const kept = { code: 'illegal-state', reason: 'stratum-asked' };
    await expect(save({ why: 'x', question: { en: 'Sex' } })).rejects.toMatchObject(kept);
    const fewer = { bands: [band('Woman', 'woman'), band('Other')] };
    await expect(save({ why: 'x', ...fewer })).rejects.toMatchObject(kept);
    await expect(removeStratum(facilitator, { panelId, stratumId })).rejects.toMatchObject(kept);
    await save({ why: 'The clinic sees more women' });
    const { changes } = await getRecruitment(facilitator, { panelId });
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({
      why: 'The clinic sees more women',
      before: { source: 'Census', shares: { woman: 0.5, man: 0.5 } },
    });
  });

  it('counts bands for nobody until enough have come, and again once enough came or went', async () => {
    const panel = await createRecruitingPanel();
    const { facilitator, panelId } = panel;
    const women = async () => {
      const { total, questions } = await getRecruitment(facilitator, { panelId });
      return [total, questions[0]?.bands.map(({ people }) => people)];
    };
    await addPeople(panel, { count: 4, band: 'woman' });
    expect(await women()).toEqual([null, [null, null]]);
    await addPeople(panel, { count: 8, band: 'man' });
    await addPeople(panel, { count: 2, band: 'woman' });
    expect(await women()).toEqual([14, [6, 8]]);
    // One more person: a count that followed would tell what this person said.
    const [one = ''] = await addPeople(panel, { count: 1, band: 'woman' });
    expect(await women()).toEqual([14, [6, 8]]);
    await addPeople(panel, { count: 4, band: 'man' });
    expect(await women()).toEqual([19, [7, 12]]);
    await getDatabase().update(panelMembers).set({ state: 'left' }).where(eq(panelMembers.id, one));
    expect(await women()).toEqual([19, [7, 12]]);
  });

  it('deletes what people said of themselves when its time is over', async () => {
    const panel = await createRecruitingPanel();
    const { facilitator, organisationId, panelId } = panel;
    await addPeople(panel, { count: 6, band: 'woman' });
    const [first] = await getDatabase()
      .select({ id: panelMemberBands.memberId })
      .from(panelMemberBands)
      .where(eq(panelMemberBands.panelId, panelId));
    await getDatabase()
      .update(panelMemberBands)
      .set({ expiresOn: '2026-10-01' })
      .where(eq(panelMemberBands.memberId, first?.id ?? ''));
    await getRecruitment(facilitator, { panelId });
    await purgeBands('2026-09-30');
    const rows = () =>
      getDatabase().select().from(panelMemberBands).where(eq(panelMemberBands.panelId, panelId));
    expect(await rows()).toHaveLength(6);
    await purgeBands('2026-10-01');
    expect(await rows()).toHaveLength(5);
    const trail = await getDatabase()
      .select({ actor: auditEntries.actor, detail: auditEntries.detail })
      .from(auditEntries)
      .where(eq(auditEntries.organisationId, organisationId));
    expect(trail).toContainEqual({ actor: 'purge-bands', detail: { answers: 1 } });
  });
});
