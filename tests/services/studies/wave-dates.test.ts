import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { withActor } from '#app/database.server.ts';
import { applyWaveDates } from '#app/services/studies/apply-wave-dates.server.ts';
import { closeWave } from '#app/services/studies/close-wave.server.ts';
import { today } from '#app/today.ts';
import { openNextWave } from '#app/services/studies/open-next-wave.server.ts';
import { scheduleWave } from '#app/services/studies/schedule-wave.server.ts';
import { dueToday } from '#app/services/studies/wave-dates.ts';
import type { Member } from '#db/actor.server.ts';
import { auditEntries } from '#db/schema/audit.ts';
import { waves } from '#db/schema/study.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember } from '#tests/support/workspace.ts';
import { fieldStudy, setState, type Fielded } from '../answering/fielded.ts';

const dayAfter = (days: number) =>
  new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

const system = <Result>(work: Parameters<typeof withActor<Result>>[1]) =>
  withActor({ kind: 'system', organisationId: null }, work);

/** A study whose first wave is open and whose second is planned. */
async function twoWaves() {
  const fielded = await fieldStudy();
  const { organisationId, studyId, siteIds } = fielded;
  const [second] = await system((tx) =>
    tx
      .insert(waves)
      .values({ organisationId, studyId, number: 2, name: '2' })
      .returning({ id: waves.id }),
  );
  const workspace = { organisationId, siteIds, siteNames: [] };
  const researcher = await createMember(workspace, 'researcher');
  return { fielded, researcher, studyId, first: fielded.waveId, second: second?.id ?? '' };
}

async function statesOf({ studyId }: Pick<Fielded, 'studyId'>) {
  const rows = await system((tx) =>
    tx
      .select({ state: waves.state })
      .from(waves)
      .where(eq(waves.studyId, studyId))
      .orderBy(waves.number),
  );
  return rows.map(({ state }) => state);
}

async function trail({ organisationId }: Pick<Member, 'organisationId'>) {
  const rows = await system((tx) =>
    tx
      .select({ action: auditEntries.action, actor: auditEntries.actor })
      .from(auditEntries)
      .where(eq(auditEntries.organisationId, organisationId))
      .orderBy(auditEntries.number),
  );
  return rows.map(({ action, actor }) => `${action} ${actor}`);
}

describe('the day of a wave', () => {
  const day = '2026-03-05';
  it.each([
    ['planned', '2026-03-05', null, 'open'],
    ['planned', '2026-03-01', '2026-03-05', 'open'],
    ['planned', '2026-03-06', null, null],
    ['planned', null, null, null],
    ['planned', '2026-03-01', '2026-03-04', null],
    ['open', null, '2026-03-04', 'close'],
    ['open', null, '2026-03-05', null],
    ['open', '2026-03-01', null, null],
    ['closed', '2026-03-01', '2026-03-04', null],
  ] as const)('%s, opening %s, closing %s: %s', (state, plannedOpening, plannedClosing, due) => {
    expect(dueToday({ state, plannedOpening, plannedClosing }, day)).toBe(due);
  });
});

describeOnDatabases('waves by date', () => {
  it('close after their last day and open on their first, once, in the name of the system', async () => {
    const { researcher, studyId, first, second } = await twoWaves();
    const dates = { studyId, opening: '', closing: '' };
    await scheduleWave(researcher, { ...dates, waveId: first, closing: today() });
    await scheduleWave(researcher, { ...dates, waveId: second, opening: dayAfter(1) });
    await applyWaveDates(today());
    expect(await statesOf({ studyId })).toEqual(['open', 'planned']);
    await Promise.all([applyWaveDates(dayAfter(1)), applyWaveDates(dayAfter(1))]);
    await applyWaveDates(dayAfter(1));
    expect(await statesOf({ studyId })).toEqual(['closed', 'open']);
    expect(await trail(researcher)).toEqual([
      `wave.dated ${researcher.userId}`,
      `wave.dated ${researcher.userId}`,
      'wave.closed wave-dates',
      'wave.opened wave-dates',
    ]);
  });

  it('race with a person: one of the two does it, and the trail says who', async () => {
    const { researcher, studyId, first, second } = await twoWaves();
    const dates = { studyId, opening: '', closing: '' };
    await scheduleWave(researcher, { ...dates, waveId: first, closing: today() });
    await Promise.allSettled([
      applyWaveDates(dayAfter(1)),
      closeWave(researcher, { studyId, waveId: first }),
    ]);
    expect(await statesOf({ studyId })).toEqual(['closed', 'planned']);
    await scheduleWave(researcher, { ...dates, waveId: second, opening: today() });
    await Promise.allSettled([applyWaveDates(today()), openNextWave(researcher, { studyId })]);
    expect(await statesOf({ studyId })).toEqual(['closed', 'open']);
    const entries = await trail(researcher);
    for (const action of ['wave.closed', 'wave.opened']) {
      expect(entries.filter((entry) => entry.startsWith(action))).toHaveLength(1);
    }
  });

  it('wait for the wave before, and for a study that is a draft or closed for ever', async () => {
    const { fielded, researcher, studyId, second } = await twoWaves();
    const dates = { studyId, waveId: second, opening: today(), closing: '' };
    await scheduleWave(researcher, dates);
    await applyWaveDates(today());
    expect(await statesOf({ studyId })).toEqual(['open', 'planned']);
    for (const study of ['draft', 'closed'] as const) {
      await setState(fielded, { study, wave: 'closed' });
      await applyWaveDates(today());
      expect(await statesOf({ studyId })).toEqual(['closed', 'planned']);
    }
    await setState(fielded, { study: 'open' });
    await applyWaveDates(today());
    expect(await statesOf({ studyId })).toEqual(['closed', 'open']);
  });

  it('are set by who edits the study, for days to come and in order', async () => {
    const { fielded, researcher, studyId, first, second } = await twoWaves();
    const { organisationId, siteIds } = fielded;
    const auditor = await createMember({ organisationId, siteIds, siteNames: [] }, 'auditor');
    const dates = { studyId, waveId: second, opening: dayAfter(2), closing: dayAfter(3) };
    await expect(scheduleWave(auditor, dates)).rejects.toMatchObject({ code: 'forbidden' });
    const refused = (changed: Partial<typeof dates>, reason: string) =>
      expect(scheduleWave(researcher, { ...dates, ...changed })).rejects.toMatchObject({ reason });
    await refused({ closing: dayAfter(-1) }, 'wave-date-past');
    await refused({ closing: dayAfter(1) }, 'wave-dates-order');
    await refused({ opening: '5 May' }, 'date-invalid');
    await scheduleWave(researcher, dates);
    await closeWave(researcher, { studyId, waveId: first });
    await refused({ waveId: first }, 'wave-is-closed');
  });
});
