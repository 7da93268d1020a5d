import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { useWorkerFile } from '#app/jobs/worker-pool.server.ts';
import { getMonitoringReader } from '#app/services/monitoring/monitoring-reader.server.ts';
import { getOversight } from '#app/services/monitoring/oversight/get-oversight.server.ts';
import type { Member } from '#db/actor.server.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace } from '#tests/support/workspace.ts';
import { buildWorker } from '../results/worker-thread.ts';
import { enter, newPlace, overrides, type Place } from './watched-place.ts';

const stub = resolve('node_modules/.cache', `people-asked-${process.pid}.mjs`);

describeOnDatabases('the page of people and the system', () => {
  let owner: Member;
  let at: Place;
  beforeAll(async () => {
    mkdirSync('node_modules/.cache', { recursive: true });
    writeFileSync(stub, `export default () => { throw new Error('asked'); };`);
    const workspace = await createWorkspace();
    owner = await createMember(workspace, 'model-owner');
    at = await newPlace(owner, workspace.siteIds[0] ?? '');
    await enter(at, overrides(14, 12));
  });
  afterAll(() => rmSync(stub, { force: true }));

  const page = async () => {
    const { systemId, deploymentId } = at;
    const reader = await getMonitoringReader(new Request('http://attune.example/'));
    return getOversight(owner, reader, { systemId, deploymentId });
  };

  it('is computed in a worker, once for the same numbers and again for more', async () => {
    useWorkerFile(stub);
    await expect(page()).rejects.toThrow('asked');
    await buildWorker();
    const first = await page();
    expect(first.measured.overrides).not.toBeNull();
    useWorkerFile(stub);
    expect(await page()).toEqual(first);
    await enter(at, overrides(15, 12).slice(-1));
    await expect(page()).rejects.toThrow('asked');
  });
});
