import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { useWorkerFile } from '#app/jobs/worker-pool.server.ts';
import { getAudit } from '#app/services/fairness/get-audits.server.ts';
import { openVerdicts, withdrawAudit } from '#app/services/fairness/step-audit.server.ts';
import type { Member } from '#db/actor.server.ts';
import { buildWorker } from '#tests/services/results/worker-thread.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace } from '#tests/support/workspace.ts';
import { auditing } from './audited-place.ts';

const cache = resolve('node_modules/.cache');
const file = (name: string) => resolve(cache, `audit-${process.pid}-${name}`);
const [refusing, waiting] = [file('refusing.mjs'), file('waiting.mjs')];
const [begun, release] = [file('begun'), file('release')];

describeOnDatabases('verdicts of a fairness audit', () => {
  let owner: Member;
  let steps: ReturnType<typeof auditing>;
  beforeAll(async () => {
    mkdirSync(cache, { recursive: true });
    writeFileSync(refusing, `export default () => { throw new Error('asked'); };`);
    writeFileSync(
      waiting,
      `import { existsSync, writeFileSync } from 'node:fs';
       export default async () => {
         writeFileSync(${JSON.stringify(begun)}, '');
         while (!existsSync(${JSON.stringify(release)})) await new Promise((on) => setTimeout(on, 20));
         return { verdicts: [{ from: '2026-03-01' }], hash: 'x', changedSince: 0 };
       };`,
    );
    const workspace = await createWorkspace();
    owner = await createMember(workspace, 'model-owner');
    steps = auditing(owner, workspace);
  });
  afterAll(() => {
    for (const own of [refusing, waiting, begun, release]) rmSync(own, { force: true });
  });

  it('are computed in a worker, once for the same records', async () => {
    const { ids } = await steps.here();
    const audit = { ...ids, ...(await steps.plan(ids)) };
    useWorkerFile(refusing);
    await expect(openVerdicts(owner, audit)).rejects.toThrow('asked');
    expect(await getAudit(owner, audit)).toMatchObject({ opened: null });
    await buildWorker();
    await openVerdicts(owner, audit);
    useWorkerFile(refusing);
    const { verdicts } = await getAudit(owner, audit);
    expect(verdicts[0]?.rows.map(({ verdict }) => verdict)).toContain('gap');
  });

  it('keep nobody else waiting while they are computed', async () => {
    const { ids } = await steps.here();
    const audit = { ...ids, ...(await steps.plan(ids)) };
    for (const own of [begun, release]) rmSync(own, { force: true });
    useWorkerFile(waiting);
    const opening = openVerdicts(owner, audit).catch((error: unknown) => error);
    await vi.waitFor(() => expect(existsSync(begun)).toBe(true), { timeout: 10_000 });
    await withdrawAudit(owner, { ...audit, reason: 'Not now.' });
    writeFileSync(release, '');
    expect(await opening).toMatchObject({ reason: 'audit-withdrawn' });
    expect(await getAudit(owner, audit)).toMatchObject({ opened: null });
  });
});
