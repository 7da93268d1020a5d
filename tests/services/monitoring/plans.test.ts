import { parseWithZod } from '@conform-to/zod/v4';
import { beforeAll, expect, it } from 'vitest';
import type { z } from 'zod';
import { withActor } from '#app/database.server.ts';
import { adoptPlan } from '#app/services/monitoring/adopt-plan.server.ts';
import { declareBudget } from '#app/services/monitoring/declare-budget.server.ts';
import {
  discardPlan,
  editPlan,
  type PlanChange,
} from '#app/services/monitoring/edit-plan.server.ts';
import { readPlans } from '#app/services/monitoring/internal.server.ts';
import { metricOf, metricSchema, subgroupSchema } from '#app/services/monitoring/plan-schema.ts';
import { startPlan } from '#app/services/monitoring/start-plan.server.ts';
import type { Member } from '#db/actor.server.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';
import { newSystem } from '../register/new-system.ts';

const form = {
  ...{ metric: 'override', cohortWords: 'All adults', cadence: 'month', owner: 'Ana' },
  ...{ tier: 'board', direction: 'neutral', chart: 'automatic', falseAlarmsAYear: '0,2' },
  ...{ 'action-signal': 'Look at ten cases', 'days-signal': '7' },
  ...{ 'action-nothing-sent': 'Ask the sender' },
};

describeOnDatabases('plans before data', () => {
  let workspace: Workspace;
  let owner: Member;
  beforeAll(async () => {
    workspace = await createWorkspace();
    owner = await createMember(workspace, 'model-owner');
  });

  const here = async () => {
    const { systemId, deploymentId } = await newSystem(owner, workspace.siteIds[0] ?? '');
    const ids = { systemId, deploymentId };
    const plans = () =>
      withActor(owner, (tx) =>
        readPlans(tx, { organisationId: owner.organisationId, deploymentId }),
      );
    const change = async (one: PlanChange) =>
      editPlan(owner, { ...ids, revision: (await plans()).draft?.revision ?? 0, change: one });
    return { ids, plans, change };
  };
  const words = {
    kind: 'words',
    purpose: 'To see it',
    falseAlarmsAYear: 1,
    reviewOn: null,
  } as const;
  const save = {
    kind: 'save-metric',
    metricId: null,
    values: metricOf(metricSchema.parse(form)),
  } as const;

  it('is written, adopted, frozen, and followed by a version with its reason', async () => {
    const { ids, plans, change } = await here();
    await startPlan(owner, ids);
    await expect(startPlan(owner, ids)).rejects.toMatchObject({ reason: 'plan-draft-stands' });
    await expect(adoptPlan(owner, { ...ids, revision: 1 })).rejects.toMatchObject({
      reason: 'plan-purpose-missing',
    });
    await change(words);
    await change(save);
    await expect(change(save)).rejects.toMatchObject({ reason: 'metric-planned' });
    const metricId = (await plans()).draft?.metrics[0]?.id ?? '';
    const values = subgroupSchema.parse({
      ...{ dimension: 'interpreter', reference: 'no', margin: '0.05' },
      marginReason: 'The panel asked for it',
    });
    await change({ kind: 'add-subgroup', metricId, values });
    const { draft } = await plans();
    expect(draft?.metrics[0]).toMatchObject({
      ...{ metric: 'override', falseAlarmsAYear: 0.2, alertRules: [{ rule: 'board-alert' }] },
      actions: [
        { alert: 'signal', action: 'Look at ten cases', withinDays: 7 },
        { alert: 'nothing-sent', action: 'Ask the sender', withinDays: 14 },
      ],
    });
    await expect(
      adoptPlan(owner, { ...ids, revision: draft?.revision ?? 0 }),
    ).rejects.toMatchObject({
      reason: 'plan-actions-missing',
    });
    const more = metricOf(metricSchema.parse({ ...form, 'action-subgroup-gap': 'Ask the panel' }));
    await change({ kind: 'save-metric', metricId, values: more });
    const { draft: whole } = await plans();
    await adoptPlan(owner, { ...ids, revision: whole?.revision ?? 0 });
    expect((await plans()).draft).toBeNull();
    await expect(change(words)).rejects.toMatchObject({ reason: 'plan-not-draft' });

    expect(await startPlan(owner, ids)).toEqual({ number: 2 });
    const second = await plans();
    expect(second.draft?.purpose).toBe('');
    expect(second.draft?.metrics[0]?.subgroups[0]).toMatchObject({ dimension: 'interpreter' });
    expect(second.current?.number).toBe(1);
    await discardPlan(owner, { ...ids, revision: second.draft?.revision ?? 0 });
    expect((await plans()).plans).toHaveLength(1);
  });

  it('of two who change it at once one is told', async () => {
    const { ids, plans, change } = await here();
    await startPlan(owner, ids);
    await change(words);
    const revision = (await plans()).draft?.revision ?? 0;
    const both = await Promise.allSettled(
      [1, 2].map((falseAlarmsAYear) =>
        editPlan(owner, { ...ids, revision, change: { ...words, falseAlarmsAYear } }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('declares no more false alarms in its metrics than in all', async () => {
    const { ids, plans, change } = await here();
    await startPlan(owner, ids);
    await change({ ...words, falseAlarmsAYear: 0.1 });
    await change(save);
    const revision = (await plans()).draft?.revision ?? 0;
    await expect(adoptPlan(owner, { ...ids, revision })).rejects.toMatchObject({
      reason: 'plan-budget-exceeded',
    });
  });

  it('wants an action for every alert that may come, and a reason for every margin', () => {
    const rest = { ...form, 'action-signal': '' };
    const refused = metricSchema.safeParse(rest);
    expect(refused.error?.issues.map(({ message }) => message)).toEqual(['action-missing']);
    expect(metricSchema.safeParse({ ...rest, tier: 'exploratory' }).success).toBe(true);
    expect(metricSchema.safeParse({ ...form, metric: 'nonsense' }).success).toBe(false);
    const usualOdds = { ...form, chart: 'risk-adjusted-cusum', oddsRatio: '1' };
    expect(metricSchema.safeParse(usualOdds).error?.issues).toMatchObject([
      { path: ['oddsRatio'], message: 'odds-ratio-one' },
    ]);
    const drift = metricSchema.safeParse({ ...form, metric: 'score-drift' });
    expect(drift.error?.issues.map(({ path }) => path)).toEqual([['action-drift']]);
    const margin = { dimension: 'age', reference: '', margin: '0.05' };
    expect(subgroupSchema.safeParse(margin).success).toBe(false);
  });

  it('asks which part of a metric is watched whose cases bear one of several', () => {
    const wrong = (more: Record<string, string>) =>
      metricSchema
        .safeParse({ ...form, ...more })
        .error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
    const reasons = { metric: 'override-reason' };
    expect(wrong(reasons)).toEqual(['part part-missing']);
    expect(wrong({ ...reasons, part: 'lat' })).toEqual(['part part-unknown']);
    expect(wrong({ ...reasons, part: 'late' })).toBeUndefined();
    expect(wrong({ metric: 'other', otherMetric: 'override-reason' })).toEqual([
      'part part-missing',
    ]);
    // Ways of measuring stand apart: where there is one alone it needs no name.
    expect(wrong({ metric: 'minutes-saved' })).toBeUndefined();
    expect(wrong({ metric: 'minutes-saved', part: 'guessed' })).toEqual(['part part-unknown']);
    expect(wrong({ part: 'anything' })).toBeUndefined();
  });

  it('says all that is wrong at once, each beside its field', () => {
    const wrong = (schema: z.ZodType, values: Record<string, string>) => {
      const sent = new FormData();
      for (const [name, value] of Object.entries(values)) sent.set(name, value);
      return parseWithZod(sent, { schema }).reply().error;
    };
    const empty = { metric: '', cohortWords: '', owner: '', cadence: 'month', tier: 'board' };
    const rest = { direction: 'neutral', chart: 'automatic', target: 'many' };
    const actions = { 'action-signal': '', 'days-signal': '900', 'action-nothing-sent': '' };
    expect(wrong(metricSchema, { ...empty, ...rest, ...actions })).toEqual({
      ...{ metric: ['metric-missing'], cohortWords: ['cohort-missing'], owner: ['owner-missing'] },
      ...{ target: ['number-unreadable'], 'days-signal': ['number-out-of-range'] },
      ...{ 'action-signal': ['action-missing'], 'action-nothing-sent': ['action-missing'] },
    });
    const own = { ...form, metric: 'other', otherMetric: '', owner: '' };
    expect(wrong(metricSchema, own)).toEqual({
      ...{ otherMetric: ['metric-missing'], owner: ['owner-missing'] },
    });
    expect(wrong(subgroupSchema, { dimension: '', margin: '2', marginReason: '' })).toEqual({
      ...{ dimension: ['dimension-missing'], margin: ['number-out-of-range'] },
      marginReason: ['margin-reason-missing'],
    });
  });

  it('is for whoever keeps the deployment’s site, the board’s number for the board', async () => {
    const { ids } = await here();
    const elsewhere = await createMember(workspace, 'model-owner', [workspace.siteIds[1] ?? '']);
    await expect(startPlan(elsewhere, ids)).rejects.toMatchObject({ code: 'not-found' });
    const auditor = await createMember(workspace, 'auditor');
    await expect(startPlan(auditor, ids)).rejects.toMatchObject({ code: 'forbidden' });
    const budget = { falseAlarmsAYear: 4, reason: 'One a quarter', revision: 0 };
    await expect(declareBudget(owner, budget)).rejects.toMatchObject({ code: 'forbidden' });
    const chair = await createMember(workspace, 'board-chair');
    await declareBudget(chair, budget);
    await expect(declareBudget(chair, budget)).rejects.toMatchObject({ code: 'conflict' });
    await declareBudget(chair, { ...budget, revision: 1 });
  });
});
