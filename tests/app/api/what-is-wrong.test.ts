import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { action as sendMessage } from '#app/routes/api.v1.hooks.mlflow/route.ts';
import { loader as getBatch } from '#app/routes/api.v1.monitoring.batches_.$batchId/route.ts';
import { action as withdraw } from '#app/routes/api.v1.monitoring.batches_.$batchId_.withdrawal/route.ts';
import { action as importFile } from '#app/routes/api.v1.monitoring.import.$format/route.ts';
import { addDays } from '#app/days.ts';
import { today } from '#app/today.ts';
import type { Member } from '#db/actor.server.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { batchRequest, createMachine, overrides, type Machine } from '#tests/support/machine.ts';
import { createMember, createWorkspace } from '#tests/support/workspace.ts';
import { newSystem } from '#tests/services/register/new-system.ts';
import { check } from './documented.ts';

describeOnDatabases('what is wrong with a request', () => {
  let owner: Member;
  let place: { systemId: string; deploymentId: string };
  let machine: Machine;
  beforeAll(async () => {
    const workspace = await createWorkspace(['North']);
    owner = await createMember(workspace, 'model-owner');
    place = await newSystem(owner, workspace.siteIds[0] ?? '');
    machine = await createMachine(owner, place);
  });

  const bodyOf = (...records: unknown[]) => ({
    ...{ deployment: machine.deployment, model_version: '1.0', records },
  });
  const sendFile = (search: string, format = 'evidently') =>
    importFile({
      request: batchRequest(machine.token, {}, { search }),
      ...{ params: { format }, context: {} },
    });

  it('is said of each parameter: its name, what stands there, what may stand there', async () => {
    const search =
      '?period_start=April&period_end=2026-05-01&n=many&mode=alive&dry_run=yes&model_version=1';
    const problem = await check('import', await sendFile(search), 'parameter-missing');
    expect(problem['errors']).toEqual([
      {
        ...{ pointer: '', parameter: 'deployment', code: 'missing' },
        ...{ detail: 'A field that is needed is missing.', allowed: 'a text of 1 to 80 signs' },
      },
      {
        ...{
          pointer: '',
          parameter: 'period_start',
          code: 'not-a-day',
          value: 'a text of 5 signs',
        },
        ...{ detail: 'A day is written YYYY-MM-DD.', allowed: 'a day, YYYY-MM-DD' },
      },
      {
        ...{ pointer: '', parameter: 'n', code: 'not-a-count', value: 'many' },
        ...{ detail: 'A whole number is needed.', allowed: 'a whole number of at least 0' },
      },
      {
        ...{ pointer: '', parameter: 'mode', code: 'unknown-word', value: 'alive' },
        detail: 'The value is none of the words that are allowed.',
        allowed: 'silent, shadow or live',
      },
      {
        ...{ pointer: '', parameter: 'dry_run', code: 'unknown-word', value: 'yes' },
        detail: 'The value is none of the words that are allowed.',
        allowed: 'true or false',
      },
    ]);
    expect(problem['errors_total']).toBe(5);
    expect(problem['detail']).toBe(
      'deployment: missing (a text of 1 to 80 signs); period_start: not a day (a day, YYYY-MM-DD); ' +
        'n: not a count (a whole number of at least 0); mode: unknown word (silent, shadow or live); ' +
        'dry_run: unknown word (true or false)',
    );
  });

  it('is said of parameters that are none or stand twice, without the value', async () => {
    const of = { search: '?dryRun=true' };
    expect(await check('send', await machine.send(bodyOf(overrides()), of))).toMatchObject({
      ...{ code: 'parameter-missing', detail: 'dryRun: unknown parameter (dry_run)' },
      errors: [{ parameter: 'dryRun', code: 'unknown-parameter', allowed: 'dry_run' }],
    });
    const twice = await machine.send(bodyOf(overrides()), { search: '?dry_run=true&dry_run=true' });
    expect(await check('send', twice)).toMatchObject({
      errors: [{ parameter: 'dry_run', code: 'parameter-twice', allowed: 'true or false' }],
    });
    const telling = await machine.send(bodyOf(overrides()), { search: '?9434765919=Jane%20Doe' });
    expect(await telling.text()).not.toMatch(/9434765919|Jane/u);
  });

  it('is said of each header, and never what a token or a key is', async () => {
    const short = await machine.send(bodyOf(overrides()), { key: 'mine' });
    expect(await check('send', short, 'key-missing')).toMatchObject({
      errors: [
        {
          ...{ pointer: '', header: 'Idempotency-Key', code: 'not-a-key', value: '4 signs' },
          allowed: '8 to 128 visible signs of ASCII, or dry_run=true',
        },
      ],
    });
    const plain = await machine.send(bodyOf(overrides()), { media: 'text/plain' });
    expect(await check('send', plain, 'media-type')).toMatchObject({
      errors: [
        {
          ...{ header: 'Content-Type', code: 'other-media', value: 'text/plain' },
          allowed: 'application/json or text/csv',
        },
      ],
    });
    const zipped = { headers: { 'Content-Encoding': 'gzip' } };
    expect(await check('send', await machine.send(bodyOf(overrides()), zipped))).toMatchObject({
      errors: [{ header: 'Content-Encoding', code: 'compressed', value: 'gzip' }],
    });
    const request = new Request('http://localhost:3000/api/v1/hooks/mlflow?hook=1', {
      ...{ method: 'POST', body: '{}', headers: { 'X-MLflow-Timestamp': 'now' } },
    });
    const signed = await sendMessage({ request, params: {}, context: {} });
    expect(await check('hook', signed, 'signature-missing')).toMatchObject({
      errors: [
        { parameter: 'hook', code: 'not-a-uuid', value: '1', allowed: 'a UUID' },
        { header: 'X-MLflow-Signature', code: 'missing' },
        { header: 'X-MLflow-Delivery-Id', code: 'missing' },
        { header: 'X-MLflow-Timestamp', code: 'not-a-timestamp', value: 'now' },
      ],
    });
  });

  it('is said of what stands in the path', async () => {
    expect(await check('import', await sendFile('', 'other'), 'importer-unknown')).toMatchObject({
      errors: [
        { parameter: 'format', value: 'other', allowed: 'evidently, mlflow or openmetrics' },
      ],
    });
    const request = batchRequest(machine.token, { reason: '' });
    const params = { batchId: 'x' };
    const wrong = { errors: [{ parameter: 'batch_id', code: 'not-a-uuid', allowed: 'a UUID' }] };
    const asked = new Request(request.url, { headers: request.headers });
    const got = await getBatch({ request: asked, params, context: {} });
    expect(await check('get', got, 'batch-unknown')).toMatchObject(wrong);
    const taken = await withdraw({ request, params, context: {} });
    expect(await check('withdraw', taken, 'batch-unknown')).toMatchObject(wrong);
  });

  it('is said of a reason that is refused', async () => {
    const request = batchRequest(machine.token, { reason: 7, why: 'x' });
    const args = { request, params: { batchId: randomUUID() }, context: {} };
    expect(await check('withdraw', await withdraw(args), 'reason-refused')).toMatchObject({
      errors: [
        { pointer: '/reason', code: 'not-text', value: '7', allowed: 'a text of 1 to 500 signs' },
        { pointer: '/why', code: 'unknown-field', allowed: 'reason' },
      ],
    });
  });

  it('is said of each field of a record: what stands there and what may', async () => {
    const records = [
      overrides({ mode: 'alive', numerator: -1, denominator: '400', more: 1 }),
      overrides({ kind: 'ratio' }),
      overrides({ period: { start: 'April the first, with Jane Doe', end: 5 }, part: 'a\u0007' }),
      overrides({ labels: { sampling_probability: 2 }, cohort: 'c'.repeat(61) }),
      overrides({ numerator: 401, period: { start: '2026-05-01', end: '2199-01-01' } }),
    ];
    const sent = await machine.send(bodyOf(...records));
    const text = await sent.clone().text();
    expect(text).not.toMatch(/Jane|cccc/u);
    const problem = await check('send', sent, 'records-refused');
    const told = (problem['errors'] as Record<string, string>[]).map(
      ({ pointer, code, value = '–', allowed = '–' }) =>
        [pointer, code, value, allowed].join(' | '),
    );
    const tomorrow = addDays(today(), 1);
    expect(told.map((line) => line.replace(tomorrow, 'tomorrow')).sort()).toMatchInlineSnapshot(`
      [
        "/records/0/denominator | not-a-count | 400 | a whole number of at least 0",
        "/records/0/mode | unknown-word | alive | silent, shadow or live",
        "/records/0/more | unknown-field | – | metric, mode, part, cohort, subgroup, period, labels, kind, numerator or denominator",
        "/records/0/numerator | below-zero | -1 | a whole number of at least 0",
        "/records/1/kind | unknown-kind | ratio | proportion, rate, mean, observed-expected, value, quantiles, confusion, score-histogram or input-histogram",
        "/records/2/part | not-a-code | a text of 2 signs | a code of at most 80 signs",
        "/records/2/period/end | not-a-day | 5 | a day, YYYY-MM-DD",
        "/records/2/period/start | not-a-day | a text of 30 signs | a day, YYYY-MM-DD",
        "/records/3/cohort | too-long | a text of 61 signs | a code of at most 60 signs",
        "/records/3/labels/sampling_probability | not-a-share | 2 | a number above 0, at most 1",
        "/records/4/numerator | numerator-above-denominator | 401 | a whole number of at most 400",
        "/records/4/period/end | period-in-future | 2199-01-01 | a day up to tomorrow",
      ]
    `);
  });

  it('is said without what may be the name or the number of a person', async () => {
    const records = [
      overrides({ mode: 'Müller' }),
      overrides({ mode: '4471123x' }),
      overrides({ numerator: 4471123 }),
      overrides({ numerator: 0.3333333333 }),
    ];
    const { errors } = await check(
      ...(['send', await machine.send(bodyOf(...records)), 'records-refused'] as const),
    );
    expect((errors as { value?: string }[]).map(({ value }) => value)).toEqual([
      ...['a text of 6 signs', 'a text of 8 signs', 'a number of 7 digits', '0.3333333333'],
    ]);
  });

  it('is said of a table by line and column', async () => {
    const table =
      'period_start,period_end,metric,numerator,denominator\n1.4.2026,2026-05-01,override,few,400';
    const search = `?deployment=${machine.deployment}&model_version=1.0`;
    const reply = await machine.send(table, { media: 'text/csv', search });
    expect(await check('send', reply, 'records-refused')).toMatchObject({
      errors: [
        { line: 2, column: 'period_start', value: '1.4.2026', allowed: 'a day, YYYY-MM-DD' },
        { line: 2, column: 'numerator', value: 'few', allowed: 'a whole number of at least 0' },
      ],
    });
  });
});
