import fc from 'fast-check';
import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { getDatabase } from '#app/database.server.ts';
import { answerMachine } from '#app/http/api-request.server.ts';
import { takeBatch, takeImport } from '#app/http/take-batch.server.ts';
import { action as batches } from '#app/routes/api.v1.monitoring.batches/route.ts';
import { action as importFile } from '#app/routes/api.v1.monitoring.import.$format/route.ts';
import { batchAnswerSchema, type BatchAnswer } from '#app/services/intake/batch-answer.ts';
import { faultWords } from '#app/services/intake/faults.ts';
import { problemSchema, problems } from '#app/services/intake/problems.ts';
import type { ApiToken, Member } from '#db/actor.server.ts';
import { queryRows } from '#db/database.ts';
import { describeOnFasterDatabase } from '#tests/support/databases.ts';
import { batchRequest, createMachine, type Machine } from '#tests/support/machine.ts';
import { createMember, createWorkspace } from '#tests/support/workspace.ts';
import { newSystem } from '#tests/services/register/new-system.ts';
import { anyRequest, type AnyRequest } from './any-body.ts';

const bodies = 10_000;
/**
 * Of so many one comes in by the whole handler. On the embedded database to know a token and to take a
 * point of its limit take 2 ms and 0.8 ms, four statements and one; all else of a body takes 1.4 ms.
 */
const wholeEvery = 4;
/** Fewer than a token may send in a minute. */
const ofOneToken = 1000;
const statuses = new Set<number>(Object.values(problems).map(([status]) => status));

describeOnFasterDatabase('whatever is sent', () => {
  let owner: Member;
  let place: { systemId: string; deploymentId: string };
  let machine: Machine;
  let machines: Machine[];
  let actor: ApiToken;
  beforeAll(async () => {
    const workspace = await createWorkspace(['North']);
    owner = await createMember(workspace, 'model-owner');
    place = await newSystem(owner, workspace.siteIds[0] ?? '');
    machine = await createMachine(owner, place);
    machines = [machine];
    while (machines.length * ofOneToken < bodies / wholeEvery + ofOneToken) {
      machines.push(await createMachine(owner, place));
    }
    const { organisationId } = workspace;
    const { tokenId } = machine;
    actor = { kind: 'api-token', organisationId, deploymentId: place.deploymentId, tokenId };
  });

  let whole = 0;
  /** By the whole handler, or past the token. */
  async function answerTo({ to, body, ...init }: AnyRequest, isWhole: boolean): Promise<Response> {
    const { token } = machines[isWhole ? Math.floor(whole / ofOneToken) : 0] ?? machine;
    const request = batchRequest(token, body, init);
    if (isWhole) {
      whole += 1;
      const args = { request, params: { format: to }, context: {} };
      return to === 'batches' ? batches(args) : importFile(args);
    }
    return answerMachine(() =>
      to === 'batches' ? takeBatch(actor, request) : takeImport(actor, request, to),
    );
  }

  it(
    `is answered as the document says: ${bodies} bodies, one in ${wholeEvery} by the whole handler, and nothing is half stored`,
    { timeout: 120_000 },
    async () => {
      const seen = new Map<string, number>();
      const kept = new Map<string, BatchAnswer>();
      const codes = new Set<string>();
      let sent = 0;
      const answerOnce = async (one: AnyRequest) => {
        sent += 1;
        const reply = await answerTo(one, sent % wholeEvery === 0);
        const body: unknown = await reply.json();
        const said = `${reply.status} ${one.to}`;
        seen.set(said, (seen.get(said) ?? 0) + 1);
        if (reply.ok) {
          const answer = batchAnswerSchema.parse(body);
          expect([200, 201, 202]).toContain(reply.status);
          expect(kept.get(answer.batch_id) ?? answer).toEqual(answer);
          kept.set(answer.batch_id, answer);
          return reply.status;
        }
        expect(reply.headers.get('Content-Type')).toBe('application/problem+json');
        expect(statuses).toContain(reply.status);
        const problem = problemSchema.parse(body);
        expect(problem.status).toBe(reply.status);
        for (const { code } of problem.errors ?? []) codes.add(code);
        return reply.status;
      };
      const sendOne = async (one: AnyRequest) => {
        const status = await answerOnce(one);
        if (status === 201 && kept.size % 4 === 0) expect(await answerOnce(one)).toBe(200);
      };
      const started = performance.now();
      await fc.assert(fc.asyncProperty(anyRequest(machine.deployment), sendOne), {
        ...{ numRuns: bodies, seed: 20_261_126, endOnFailure: true },
      });
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.info(
        `${sent} bodies, ${whole} by the whole handler, in ${seconds} s:`,
        Object.fromEntries([...seen].sort()),
      );
      console.info(
        'faults never told:',
        Object.keys(faultWords).filter((code) => !codes.has(code)),
      );
      expect(sent).toBeGreaterThanOrEqual(bodies);
      expect(whole).toBe(Math.floor(sent / wholeEvery));
      // The generator comes everywhere: otherwise it proves little.
      for (const status of [200, 201, 202, 400, 409, 415, 422]) {
        expect(
          [...seen.keys()].some((said) => said.startsWith(`${status}`)),
          `${status}`,
        ).toBe(true);
      }
      const stored = await queryRows<{
        id: string;
        state: string;
        accepted: number;
        records: number;
        waiting: number;
      }>(
        getDatabase(),
        sql`select b.id, b.state, b.accepted,
              (select count(*)::int from monitoring_records r where r.batch_id = b.id
                 and r.superseded_at is distinct from r.recorded_at) as records,
              coalesce((select jsonb_array_length(q.records) from quarantined_batches q
                        where q.batch_id = b.id), 0) as waiting
            from monitoring_batches b where b.deployment_id = ${place.deploymentId}`,
      );
      expect(stored.map(({ id }) => id).sort()).toEqual([...kept.keys()].sort());
      for (const { id, state, accepted, records, waiting } of stored) {
        expect(kept.get(id)).toMatchObject({ state, accepted });
        expect([records, waiting > 0]).toEqual([accepted, state === 'quarantined']);
      }
    },
  );

  it('of sizes that no sender means is answered in good time', async () => {
    const inRecord = (field: string) =>
      `{"deployment":"x","model_version":"1","records":[{"metric":"x","kind":"input-histogram","period":{"start":"2026-04-01","end":"2026-05-01"},${field}}]}`;
    const almost = 2 ** 21 - 300;
    const sizes = {
      'a list that is too long': inRecord(`"counts":[${'"",'.repeat(almost / 3)}0]`),
      'too many records': `{"records":[${'{},'.repeat(almost / 3)}{}]}`,
      'a deep nest': inRecord(`"counts":${'['.repeat(almost / 2)}${']'.repeat(almost / 2)}`),
      'a deep nest of objects': `${'{"a":'.repeat(almost / 6)}1${'}'.repeat(almost / 6)}`,
      'many fields': `{${Array.from({ length: 150_000 }, (_, i) => `"f${i}":1`).join(',')}}`,
      'a long name': inRecord(`"${'n'.repeat(almost)}":1`),
      'a long number': inRecord(`"counts":[${'9'.repeat(almost)}]`),
      'a long text': inRecord(`"part":"${'Ä '.repeat(almost / 4)}"`),
    };
    const wide = `${'metric,'.repeat(900)}metric\n${`${'x,'.repeat(900)}x\n`.repeat(900)}`;
    const search = `?deployment=${machine.deployment}&model_version=1.0`;
    const tables = {
      'a wide table': wide,
      'a long line': `metric,kind\n${'x'.repeat(almost)},y`,
      'many empty lines': `metric,kind\n${'\n'.repeat(almost)}`,
      'many rows': `metric,kind\n${'x,y\n'.repeat(almost / 4)}`,
      'one open quote': `metric,kind\n"${'x,y\n'.repeat(almost / 4)}`,
      spaces: ' '.repeat(almost),
    };
    const cases = [
      ...Object.entries(sizes).map(([name, body]) => [name, body, 'application/json', ''] as const),
      ...Object.entries(tables).map(([name, body]) => [name, body, 'text/csv', search] as const),
    ];
    for (const [name, body, media, address] of cases) {
      const started = performance.now();
      const one = {
        to: 'batches',
        body,
        media,
        search: address,
        key: 'k'.repeat(9),
        headers: {},
      } as const;
      const reply = await answerTo(one, false);
      expect([400, 422], name).toContain(reply.status);
      expect(performance.now() - started, name).toBeLessThan(15_000);
    }
  });
});
