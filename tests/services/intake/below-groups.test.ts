import { beforeAll, expect, it } from 'vitest';
import type { Member } from '#db/actor.server.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMachine, overrides, type Machine } from '#tests/support/machine.ts';
import { createMember, createWorkspace } from '#tests/support/workspace.ts';
import { newSystem } from '../register/new-system.ts';

describeOnDatabases('a number of everybody beside groups that stand', () => {
  let owner: Member;
  let machine: Machine;
  beforeAll(async () => {
    const workspace = await createWorkspace(['North']);
    owner = await createMember(workspace, 'model-owner');
    machine = await createMachine(owner, await newSystem(owner, workspace.siteIds[0] ?? ''));
  });

  const group = (denominator: number) =>
    overrides({ subgroup: { dimension: 'sex', level: 'f' }, numerator: 9, denominator });
  const send = async (...records: unknown[]) => {
    const body = { deployment: machine.deployment, model_version: '1.0', records };
    const reply = await machine.send(body);
    return { status: reply.status, body: (await reply.json()) as { errors?: unknown } };
  };

  it('is refused where it has less than one of them, unless that is sent anew as well', async () => {
    expect((await send(overrides(), group(300))).status).toBe(201);
    const below = await send(overrides({ denominator: 200 }));
    expect(below).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/records/0', code: 'above-overall' }] },
    });
    expect((await send(overrides({ denominator: 200 }), group(150))).status).toBe(201);
    // What is said again is as it was, whatever stands beside it.
    expect((await send(overrides({ denominator: 200 }))).status).toBe(201);
    const other = { period: { start: '2026-06-01', end: '2026-07-01' } };
    expect((await send(overrides({ ...other, denominator: 20, numerator: 3 }))).status).toBe(201);
  });
});
