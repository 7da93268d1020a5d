import { expect, it } from 'vitest';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMachine, overrides } from '#tests/support/machine.ts';
import { createMember, createWorkspace } from '#tests/support/workspace.ts';
import { adopted } from '#tests/services/monitoring/watched-place.ts';
import { newSystem } from '#tests/services/register/new-system.ts';

describeOnDatabases('warnings in the answers to machines', () => {
  it('are of periods that the plan does not have, of metrics that nobody watches, and of reactions to what nobody saw', async () => {
    const workspace = await createWorkspace(['North']);
    const owner = await createMember(workspace, 'model-owner');
    const place = await newSystem(owner, workspace.siteIds[0] ?? '');
    const machine = await createMachine(owner, place);
    const send = async (records: unknown[]) => {
      const sent = { deployment: machine.deployment, model_version: '1.0', records };
      return (await machine.send(sent)).json() as Promise<{ warnings: unknown }>;
    };
    await adopted({ ...place, organisationId: owner.organisationId, first: '' }, [
      { metric: 'override' },
    ]);
    const half = { start: '2026-04-01', end: '2026-04-15' };
    const { warnings } = await send([
      overrides({ period: half }),
      overrides({ metric: 'overide' }),
    ]);
    expect(warnings).toEqual([
      { code: 'period-not-planned', detail: { metric: 'override', cadence: 'month', ...half } },
      { code: 'metric-not-watched', detail: { metric: 'overide' } },
    ]);
    const may = { start: '2026-05-01', end: '2026-06-01' };
    expect(await send([overrides({ period: may })])).toMatchObject({ warnings: [] });
    const june = { start: '2026-06-01', end: '2026-07-01' };
    const unseen = [
      overrides({ period: june, mode: 'silent' }),
      overrides({ period: june, mode: 'silent', metric: 'flagged' }),
    ];
    expect(await send(unseen)).toMatchObject({
      warnings: [{ code: 'reaction-in-silent-mode', detail: { metric: 'override' } }],
    });
  });
});
