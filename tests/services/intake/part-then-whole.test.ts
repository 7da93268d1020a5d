import { beforeAll, expect, it } from 'vitest';
import { withdrawBatch } from '#app/services/intake/withdraw-batch.server.ts';
import words from '#app/i18n/en/intake.json' with { type: 'json' };
import type { Member } from '#db/actor.server.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMachine, overrides, type Machine } from '#tests/support/machine.ts';
import { createMember, createWorkspace } from '#tests/support/workspace.ts';
import { newSystem } from '#tests/services/register/new-system.ts';
import { buildWorker } from '#tests/services/results/worker-thread.ts';

describeOnDatabases('a month after a part of it', () => {
  let owner: Member;
  let place: { systemId: string; deploymentId: string };
  let machine: Machine;
  beforeAll(async () => {
    await buildWorker();
    const workspace = await createWorkspace(['North']);
    owner = await createMember(workspace, 'model-owner');
    place = await newSystem(owner, workspace.siteIds[0] ?? '');
    machine = await createMachine(owner, place);
  });

  const send = async (end: string) => {
    const records = [overrides({ period: { start: '2026-05-01', end } })];
    const reply = await machine.send({
      ...{ deployment: machine.deployment, model_version: '1.0', records },
    });
    const body = (await reply.json()) as { batch_id: string; errors?: { detail: string }[] };
    return { status: reply.status, ...body };
  };

  it('is refused with what to do, and taken once the part was taken back', async () => {
    const part = await send('2026-05-16');
    expect(part.status).toBe(201);
    const refused = await send('2026-06-01');
    expect(refused.status).toBe(422);
    expect(JSON.stringify(refused.errors)).toContain('take back the batch');
    expect(JSON.stringify(words)).toContain('first take back the batch that holds the part');
    const ids = { ...place, batchId: part.batch_id };
    await withdrawBatch(owner, { ...ids, reason: 'The month is over' });
    expect((await send('2026-06-01')).status).toBe(201);
  });
});
