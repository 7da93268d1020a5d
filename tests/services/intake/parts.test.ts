import { beforeAll, expect, it } from 'vitest';
import { readBatch } from '#app/services/intake/read-batch.ts';
import type { Member } from '#db/actor.server.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMachine, type Machine } from '#tests/support/machine.ts';
import { createMember, createWorkspace } from '#tests/support/workspace.ts';
import { newSystem } from '#tests/services/register/new-system.ts';

const period = { start: '2026-05-01', end: '2026-06-01' };
const part = (code: string | undefined, numerator: number, denominator = 40, more = {}) => ({
  ...{ metric: 'disagreement-ruling', kind: 'proportion', period, numerator, denominator },
  ...(code === undefined ? {} : { part: code }),
  ...more,
});
const reading = (code: string, numerator: number) =>
  part(code, numerator, 100, { metric: 'omission-readings' });

function faultsOf(records: unknown[]) {
  const body = { deployment: 'x', model_version: '1.0', records };
  const read = readBatch(body, { today: '2026-11-15' });
  return read.ok ? [] : read.faults.map(({ pointer, code }) => `${pointer} ${code}`);
}

it('parts of one period have one denominator, and together at most as many cases', () => {
  expect(faultsOf([part('ai-right', 20), part('person-right', 15)])).toEqual([]);
  expect(faultsOf([part('ai-right', 20), part('person-right', 15, 41)])).toEqual([
    '/records/1/denominator parts-differ',
  ]);
  expect(faultsOf([part('ai-right', 20), part('person-right', 21)])).toEqual([
    '/records/1/numerator parts-above',
  ]);
  const nurses = { subgroup: { dimension: 'profession', level: 'nurse' } };
  expect(faultsOf([part('ai-right', 20), part('ai-right', 5, 12, nurses)])).toEqual([]);
});

it('a part needs a code of its metric, and is a share', () => {
  expect(faultsOf([part('nobody', 1), part(undefined, 1)])).toEqual([
    '/records/0/part unknown-part',
    '/records/1/part missing',
  ]);
  const mean = { metric: 'override-reason', kind: 'mean', part: 'late', period, n: 12, sum: 3 };
  expect(faultsOf([mean])).toEqual(['/records/0/kind parts-shares']);
});

it('the four cells of two readers are all of their notes', () => {
  const cells = (neither: number) => [
    ...[reading('both-found', 5), reading('first-only', 2), reading('second-only', 3)],
    reading('neither', neither),
  ];
  expect(faultsOf(cells(90))).toEqual([]);
  expect(faultsOf(cells(89))).toEqual(['/records/3/numerator parts-below']);
  expect(faultsOf(cells(90).slice(0, 3))).toEqual([]);
});

it('minutes by how they were measured stand each for itself', () => {
  const minutes = (code: string, n: number) => ({
    ...{ metric: 'minutes-saved', kind: 'quantiles', part: code, period, n },
    ...{ q1: 1, median: 2, q3: 3 },
  });
  expect(faultsOf([minutes('timed', 100), minutes('self-report', 40)])).toEqual([]);
});

describeOnDatabases('parts beside stored ones', () => {
  let machine: Machine;
  const send = async (records: unknown[]) => {
    const body = { deployment: machine.deployment, model_version: '1.0', records };
    const response = await machine.send(body);
    const { errors = [] } = (await response.json()) as {
      errors?: { pointer: string; code: string }[];
    };
    return [response.status, ...errors.map(({ pointer, code }) => `${pointer} ${code}`)];
  };
  beforeAll(async () => {
    const workspace = await createWorkspace(['North']);
    const owner: Member = await createMember(workspace, 'model-owner');
    machine = await createMachine(owner, await newSystem(owner, workspace.siteIds[0] ?? ''));
  });

  it('keep the denominator of those they do not replace', async () => {
    expect(await send([part('ai-right', 20), part('person-right', 15)])).toEqual([201]);
    expect(await send([part('both-wrong', 3, 41)])).toEqual([
      ...[422, '/records/0/denominator parts-differ'],
    ]);
    expect(await send([part('both-wrong', 6)])).toEqual([
      ...[422, '/records/0/numerator parts-above'],
    ]);
    expect(await send([part('both-wrong', 5)])).toEqual([201]);
    const all = [part('ai-right', 21, 41), part('person-right', 15, 41), part('both-wrong', 5, 41)];
    expect(await send(all)).toEqual([201]);
    expect(await send([part('ai-right', 22, 41)])).toEqual([
      ...[422, '/records/0/numerator parts-above'],
    ]);
  });
});
