import { beforeAll, expect, it } from 'vitest';
import { contentHash } from '#app/services/content-hash.server.ts';
import { auditEvidence } from '#app/services/fairness/audit-evidence.ts';
import { getAudit } from '#app/services/fairness/get-audits.server.ts';
import { changeVersion } from '#app/services/register/change-version.server.ts';
import type { Member } from '#db/actor.server.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { buildWorker } from '#tests/services/results/worker-thread.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';
import { enter } from '../monitoring/watched-place.ts';
import { aRecord } from '../monitoring/a-record.ts';
import { auditing, share } from './audited-place.ts';

/** A month of both groups: so many of those with an interpreter were overridden. */
const monthOf = (from: string, to: string, overridden: number) => {
  const period = { periodFrom: from, periodTo: to };
  return [
    share('', overridden + 100, 1200, period),
    share('yes', overridden, 300, period),
    share('no', 100, 900, period),
  ];
};
const [march, april] = [
  monthOf('2026-03-01', '2026-04-01', 90),
  monthOf('2026-04-01', '2026-05-01', 90),
];
const [may, june] = [
  monthOf('2026-05-01', '2026-06-01', 33),
  monthOf('2026-06-01', '2026-07-01', 33),
];

describeOnDatabases('the period of a fairness audit', () => {
  let owner: Member;
  let workspace: Workspace;
  let steps: ReturnType<typeof auditing>;
  beforeAll(async () => {
    await buildWorker();
    workspace = await createWorkspace();
    owner = await createMember(workspace, 'model-owner');
    steps = auditing(owner, workspace);
  });

  /** Two versions, the second of which is fairer and runs since May. */
  const twoVersions = async () => {
    const { at, ids } = await steps.here([...march, ...april]);
    const { second } = at;
    const change = { versionId: second, from: '2026-05-01', reason: 'It is fairer.' };
    await changeVersion(owner, { ...ids, ...change });
    await enter({ ...at, first: second }, [...may, ...june]);
    return { at, ids, first: at.first, second };
  };
  const verdictsOf = async (ids: { systemId: string; deploymentId: string }, auditId: string) => {
    const { run } = await steps.conclude(ids, auditId);
    await run();
    const { run: kept } = await getAudit(owner, { ...ids, auditId });
    const [found] = kept?.verdicts ?? [];
    const yes = found?.rows.find(({ level }) => level === 'yes');
    const { from, to, versions } = found ?? {};
    return { from, to, versions, verdict: yes?.verdict, n: yes?.n };
  };

  it('is that of one version, which another does not speak for', async () => {
    const { ids, first, second } = await twoVersions();
    const newer = await steps.plan(ids, { versionId: second });
    expect((await getAudit(owner, { ...ids, ...newer })).audit).toMatchObject({
      ...{ version: '2.0', periodFrom: '2026-05-01', periodTo: null, poolingReason: '' },
    });
    expect(await verdictsOf(ids, newer.auditId)).toEqual({
      ...{ from: '2026-05-01', to: '2026-07-01', versions: ['2.0'], verdict: 'no-gap', n: 600 },
    });
    const older = await steps.plan(ids, { versionId: first });
    expect(await verdictsOf(ids, older.auditId)).toEqual({
      ...{ from: '2026-03-01', to: '2026-05-01', versions: ['1.0'], verdict: 'gap', n: 600 },
    });
  });

  it('is of all versions together for a reason, and says which', async () => {
    const { ids } = await twoVersions();
    const together = { versionId: '', poolingReason: 'The supplier changed the colours alone.' };
    const days = { beginning: 'day', firstDay: '2026-04-01', lastDay: '2026-05-31' };
    const { auditId } = await steps.plan(ids, { ...together, ...days });
    expect(await verdictsOf(ids, auditId)).toMatchObject({
      ...{ from: '2026-04-01', to: '2026-06-01', versions: ['1.0', '2.0'], n: 600 },
    });
    const { audit } = await getAudit(owner, { ...ids, auditId });
    expect(audit).toMatchObject({ version: null, periodTo: '2026-06-01' });
    expect(audit.poolingReason).toBe('The supplier changed the colours alone.');
  });

  it('begins where the last audit of the metric ended', async () => {
    const { at, ids } = await steps.here(march);
    const since = { beginning: 'audit' };
    await expect(steps.plan(ids, since)).rejects.toMatchObject({ reason: 'audit-none-before' });
    const before = await steps.plan(ids);
    await verdictsOf(ids, before.auditId);
    await enter(at, april);
    const { auditId } = await steps.plan(ids, since);
    expect(await verdictsOf(ids, auditId)).toMatchObject({
      ...{ from: '2026-04-01', to: '2026-05-01', n: 300 },
    });
    await expect(steps.plan(ids, { ...since, lastDay: '2026-04-30' })).rejects.toMatchObject({
      reason: 'audit-period-empty',
    });
    await expect(steps.plan(ids, { versionId: auditId })).rejects.toMatchObject({
      reason: 'version-unknown',
    });
  });
});

it('audits from before periods were named keep their verdicts and their fingerprint', () => {
  const what = { metric: 'override', part: '', cohort: '' };
  const records = [
    aRecord({ metric: 'override', numerator: 190, denominator: 1200 }),
    ...['no', 'yes'].map((level, place) =>
      aRecord({
        ...{ metric: 'override', dimension: 'interpreter', level },
        ...{ numerator: place === 0 ? 100 : 90, denominator: place === 0 ? 900 : 300 },
      }),
    ),
  ];
  const groups = [
    {
      dimension: 'interpreter',
      reference: 'no',
      margin: 0.05,
      marginReportId: null,
      marginReason: '',
    },
  ];
  const question = { ...what, planNumber: 1, groups };
  const unnamed = { periodFrom: null, periodTo: null, version: null };
  const asOf = new Date('2026-11-26T10:00:00Z');
  const { verdicts, hash } = auditEvidence(records, { ...question, ...unnamed }, asOf);
  expect(Object.keys(verdicts[0] ?? {}).sort()).toEqual(['dimension', 'from', 'rows', 'to']);
  const names = records.map(({ from, dimension, level }) =>
    ['x', from, dimension, level, '', '1.0', 'live'].join(' '),
  );
  const kept = { ...question, day: '2026-11-26', verdicts, records: names.sort() };
  expect(hash).toBe(contentHash(kept));
  const named = { ...question, ...unnamed, periodFrom: '2026-01-01' };
  expect(auditEvidence(records, named, asOf).hash).not.toBe(hash);
});
