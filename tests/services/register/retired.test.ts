import { readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { planAudit } from '#app/services/fairness/plan-audit.server.ts';
import { createHook } from '#app/services/intake/create-hook.server.ts';
import { createToken } from '#app/services/intake/create-token.server.ts';
import { adoptPlan } from '#app/services/monitoring/adopt-plan.server.ts';
import {
  decideBaseline,
  freezeReference,
} from '#app/services/monitoring/decide-baseline.server.ts';
import { discardPlan, editPlan } from '#app/services/monitoring/edit-plan.server.ts';
import { startPlan } from '#app/services/monitoring/start-plan.server.ts';
import { writeExitPlan } from '#app/services/monitoring/write-exit-plan.server.ts';
import { addCondition } from '#app/services/register/add-condition.server.ts';
import { addVersion } from '#app/services/register/add-version.server.ts';
import { agreeChangePlan } from '#app/services/register/agree-change-plan.server.ts';
import { applyCard } from '#app/services/register/cards/apply-card.server.ts';
import { getCardImport } from '#app/services/register/cards/get-card-import.server.ts';
import { uploadCard } from '#app/services/register/cards/upload-card.server.ts';
import { correctPeriod } from '#app/services/register/correct-period.server.ts';
import { decideStage } from '#app/services/register/decide-stage.server.ts';
import { editVersion } from '#app/services/register/edit-version.server.ts';
import { getDeployment } from '#app/services/register/get-deployment.server.ts';
import { recordNotice } from '#app/services/register/record-notice.server.ts';
import { addDays } from '#app/days.ts';
import { today } from '#app/today.ts';
import type { Member } from '#db/actor.server.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace } from '#tests/support/workspace.ts';
import { newSystem, plainYes } from './new-system.ts';

type Ids = Awaited<ReturnType<typeof newSystem>>;
type Work = (owner: Member, ids: Ids) => Promise<unknown>;

const decided = { reason: 'x', decidedBy: 'The board', decidedOn: today() };
const condition = {
  ...{ text: 'Train', ownerId: null, ownerRole: null, owner: 'Ana' },
  ...{ dueOn: '2999-01-01', isBeforeNext: false },
};
const limits = { metricId: '00000000-0000-4000-8000-000000000000', approvedBy: 'x', reason: 'x' };
const words = { kind: 'words', purpose: 'x', falseAlarmsAYear: 1, reviewOn: null } as const;

/** What would be new at a place. */
const atPlace: Record<string, Work> = {
  'a plan': (owner, ids) => startPlan(owner, ids),
  'an edited plan': (owner, ids) => editPlan(owner, { ...ids, revision: 1, change: words }),
  'an adopted plan': (owner, ids) => adoptPlan(owner, { ...ids, revision: 1 }),
  'exit criteria': (owner, ids) =>
    writeExitPlan(owner, { ...ids, revision: 0, minimumDays: 1, reason: 'x', criteria: [] }),
  limits: (owner, ids) =>
    decideBaseline(owner, {
      ...{ ...ids, ...limits, revision: 0, appliesFrom: '2026-01-01', baselineTo: null },
    }),
  'a reference': (owner, ids) =>
    freezeReference(owner, {
      ...{ ...ids, ...limits, revision: 0, appliesFrom: '2026-01-01', baselineTo: '2026-02-01' },
    }),
  'an audit': (owner, ids) =>
    planAudit(owner, {
      ...{ ...ids, metricId: limits.metricId, marginReportId: null, revision: 0 },
      ...{ purpose: 'x', dueOn: today(), supersedesId: null, supersedesReason: '' },
      ...{ beginning: 'all', versionId: null, firstDay: null, lastDay: null },
    } as unknown as Parameters<typeof planAudit>[1]),
  'a token': (owner, ids) =>
    createToken(owner, { ...ids, name: 'x', scopes: [], expiresOn: addDays(today(), 5) }),
  'a hook': (owner, ids) => createHook(owner, { ...ids, modelName: 'x' }),
  'a condition': (owner, ids) =>
    addCondition(owner, { ...ids, ...decided, condition, revision: 2 }),
  'a stage': (owner, ids) =>
    decideStage(owner, { ...ids, ...plainYes, ...decided, stage: 'live', revision: 2 }),
};

/** What would be new of a system as a whole. */
const ofWhole: Record<string, Work> = {
  'a notice': (owner, { systemId }) =>
    recordNotice(owner, {
      ...{ systemId, kinds: [], summary: 'x', newVersion: '', values: [] },
      ...{ receivedOn: today(), effectiveOn: null },
    }),
  'a change plan': (owner, { systemId }) =>
    agreeChangePlan(owner, {
      ...{ systemId, revision: 0, kinds: [], bounds: [], protocol: 'x', impact: '' },
      agreedOn: today(),
    }),
  'a condition of the whole': (owner, ids) =>
    addCondition(owner, { ...ids, deploymentId: null, ...decided, condition, revision: 3 }),
};

describeOnDatabases('of what is retired', () => {
  let owner: Member;
  let [own, whole]: [Ids | null, Ids | null] = [null, null];

  beforeAll(async () => {
    const workspace = await createWorkspace();
    owner = await createMember(workspace, 'model-owner');
    own = await newSystem(owner, workspace.siteIds[0] ?? '');
    whole = await newSystem(owner, workspace.siteIds[0] ?? '');
    for (const ids of [own, whole]) await startPlan(owner, ids);
    const retired = { ...plainYes, ...decided, stage: 'retired' } as const;
    await decideStage(owner, { ...own, ...retired, revision: 1 });
    await decideStage(owner, { ...whole, ...retired, deploymentId: null, revision: 2 });
  });

  const refused = { code: 'illegal-state', reason: 'stage-retired' };
  const wholeRefused = { code: 'illegal-state', reason: 'system-retired' };

  it.each(Object.keys(atPlace))('nothing new is entered at a place: %s', async (name) => {
    await expect(atPlace[name]?.(owner, own as Ids)).rejects.toMatchObject(refused);
  });

  it.each(['a plan', 'a token', 'a condition'])('nor with its whole system: %s', async (name) => {
    await expect(atPlace[name]?.(owner, whole as Ids)).rejects.toMatchObject(wholeRefused);
  });

  it.each(Object.keys(ofWhole))('nor of the whole: %s', async (name) => {
    await expect(ofWhole[name]?.(owner, whole as Ids)).rejects.toMatchObject(wholeRefused);
  });

  it('no card comes in, nor is the system offered for one', async () => {
    const content = readFileSync('tests/fixtures/register/chai-v0.2-orbdoc-scribe.xml', 'utf8');
    const { importId } = await uploadCard(owner, { fileName: 'card.xml', content });
    const { systemId } = whole as Ids;
    const applied = applyCard(owner, { importId, version: '9.1', into: { systemId } });
    await expect(applied).rejects.toMatchObject(wholeRefused);
    const { systems } = await getCardImport(owner, { importId });
    expect(systems.map(({ id }) => id)).toEqual([(own as Ids).systemId]);
  });

  it('history is still put right, with a version that nobody had registered, and a draft thrown away', async () => {
    const ids = whole as Ids;
    const { versionId } = await addVersion(owner, { systemId: ids.systemId, version: '0.9' });
    const right = { versionId, validFrom: '2026-01-01', validTo: '2026-02-01' };
    await correctPeriod(owner, { ...ids, periodId: null, right, reason: 'x' });
    const { periods } = await getDeployment(owner, ids);
    expect(periods.map(({ validFrom }) => validFrom)).toContain('2026-01-01');
    const put = { systemId: ids.systemId, versionId: ids.second, revision: 1 };
    await editVersion(owner, { ...put, values: { modelType: 'Trees' } });
    await discardPlan(owner, { ...ids, revision: 1 });
  });
});
