import { and, eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { getDatabase, withActor } from '#app/database.server.ts';
import { contradictionCodes } from '#app/services/register/fitting-stages.ts';
import { readDutyRows } from '#app/services/register/read-duty-rows.server.ts';
import { sectionsSchema } from '#app/services/register/description-schema.ts';
import { recommendationCodes } from '#app/services/register/future-ai.ts';
import { listDatasets } from '#app/services/register/list-datasets.server.ts';
import { listDeployments } from '#app/services/register/list-deployments.server.ts';
import { listSystems } from '#app/services/register/list-systems.server.ts';
import { defaultConsent } from '#app/services/studies/default-consent/default-consent.ts';
import type { Member } from '#db/actor.server.ts';
import { memberships } from '#db/schema/membership.ts';
import { organisations } from '#db/schema/organisation.ts';
import { demoSlug } from '#db/seed/demo-organisation.ts';
import { seedDemoModels } from '#db/seed/models/seed-demo-models.server.ts';
import { demoSystems } from '#db/seed/models/system-texts.ts';
import { seedDemo } from '#db/seed/seed-demo.server.ts';
import { demoPlans } from '#db/seed/monitoring/demo-plans.ts';
import { oversightTruths, syntheticSystems } from '#db/seed/monitoring/monitoring-truth.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';

it('says of the demo only what the register can hold', () => {
  for (const { sections, followed } of demoSystems) {
    const dated = JSON.parse(
      JSON.stringify(sections).replaceAll(/"days:-?\d+"/g, '"2026-01-01"'),
    ) as unknown;
    expect(sectionsSchema.parse(dated)).toEqual(dated);
    for (const code of Object.values(followed).flat()) expect(recommendationCodes).toContain(code);
  }
});

describeOnDatabases('the AI systems of the demo', () => {
  let owner: Member;
  let isNew: boolean[];

  beforeAll(async () => {
    const today = new Date();
    const consent = defaultConsent('anonymous-linked');
    await seedDemo(getDatabase(), { password: 'a long enough password', today, consent });
    isNew = [
      await seedDemoModels(getDatabase(), today),
      await seedDemoModels(getDatabase(), today),
    ];
    await withActor({ kind: 'system', organisationId: null }, async (tx) => {
      const [found] = await tx
        .select({ organisationId: organisations.id, userId: memberships.userId })
        .from(organisations)
        .innerJoin(memberships, eq(memberships.organisationId, organisations.id))
        .where(and(eq(organisations.slug, demoSlug), eq(memberships.role, 'model-owner')));
      if (!found) throw new Error('the demo has a model owner');
      owner = { kind: 'member', ...found, role: 'model-owner', siteIds: null };
    });
  }, 240_000);

  it('are six of different kinds, made once', async () => {
    expect(isNew).toEqual([true, false]);
    const { systems } = await listSystems(owner);
    expect(new Set(systems.map(({ category }) => category)).size).toBe(6);
    const missing = systems.flatMap(({ duties }) => duties.map(({ code }) => code));
    for (const code of [
      'no-safety-officer',
      'old-drill',
      'funding-ended',
      'untested-explanation',
    ]) {
      expect(missing).toContain(code);
    }
  });

  it('do not contradict themselves', async () => {
    const { systems } = await listSystems(owner);
    const codes = systems.flatMap(({ duties }) => duties.map(({ code }) => code));
    for (const code of contradictionCodes) expect(codes).not.toContain(code);
    const { organisationId } = owner;
    const rows = await withActor({ kind: 'system', organisationId }, (tx) =>
      readDutyRows(tx, { organisationId }),
    );
    for (const { id: systemId } of systems) {
      const of = <Row extends { systemId: string }>(all: readonly Row[]) =>
        all.filter((row) => row.systemId === systemId);
      const entered = of(rows.events).find(({ deploymentId }) => deploymentId === null)?.decidedOn;
      const ofPlaces = of(rows.events).filter(({ deploymentId }) => deploymentId !== null);
      const first = ofPlaces.map(({ decidedOn }) => decidedOn).sort()[0] ?? '';
      expect(first >= (entered ?? '9')).toBe(true);
      expect(of(rows.people).every(({ fromOn }) => fromOn <= first)).toBe(true);
    }
  });

  it('of the one that runs silently nobody has overridden anything', () => {
    const places = demoSystems.flatMap(({ slug, places: [place] }) =>
      place?.stage === 'silent' ? [slug] : [],
    );
    const plans = demoPlans.filter(({ slug }) => places.includes(slug));
    expect(plans).toHaveLength(1);
    for (const { key, metrics } of plans) {
      expect(metrics.map(({ metric }) => metric)).not.toContain('override');
      expect(syntheticSystems.find((system) => system.key === key)?.isSilent).toBe(true);
      expect(oversightTruths[key]).toBeUndefined();
    }
  });

  it('ran one version and then another', async () => {
    const { systems } = await listSystems(owner, { category: 'triage' });
    const systemId = systems[0]?.id ?? '';
    const now = await listDeployments(owner, { systemId });
    expect(now.deployments.map(({ version }) => version)).toEqual(['2.3.1', '2.3.1']);
    const yearAgo = new Date(Date.now() - 365 * 86_400_000).toISOString().slice(0, 10);
    const then = await listDeployments(owner, { systemId, on: yearAgo });
    expect(then.deployments.map(({ version }) => version).sort()).toEqual(['1.8', null]);
  });

  it('share data sets of the open catalogue', async () => {
    const { datasets } = await listDatasets(owner, { used: 'yes' });
    expect(datasets.map(({ name }) => name)).toContain('CheXpert');
  });
});
