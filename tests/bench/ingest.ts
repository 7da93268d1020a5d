import { randomBytes } from 'node:crypto';
import { loadavg, tmpdir } from 'node:os';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { sql } from 'drizzle-orm';
import { openDatabase, type DatabaseLocation } from '#db/client.server.ts';
import { queryRows } from '#db/database.ts';
import { migrate } from '#db/migrate.server.ts';
import { useDatabase } from '#app/database.server.ts';
import { processorTime } from './processor-time.ts';
import { createMachine } from '#tests/support/machine.ts';
import { createMember, createWorkspace } from '#tests/support/workspace.ts';
import { newSystem } from '#tests/services/register/new-system.ts';

const server = process.env['BENCH_DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';
const batches = Number(process.env['BENCH_BATCHES'] ?? 100);
const perBatch = 1000;
const target = 5000;

/** Days of one year from 2024 on, in ten metrics and a hundred groups: no two records are about the same. */
function records(batch: number) {
  return Array.from({ length: perBatch }, (_, index) => {
    const day = (days: number) =>
      new Date(Date.UTC(2026, 2, 1) + days * 86_400_000).toISOString().slice(0, 10);
    return {
      ...{ metric: `metric-${batch % 10}`, kind: 'proportion', mode: 'silent' },
      subgroup: { dimension: 'ward', level: `w${Math.floor(batch / 10)}-${index % 100}` },
      period: { start: day(Math.floor(index / 100)), end: day(Math.floor(index / 100) + 1) },
      ...{ numerator: index % 40, denominator: 40 + (index % 7) },
      labels: { eligible: 60, scored: 50, labelled: 47, ascertainment: 'all' },
    };
  });
}

/** Through the handler: token, limit, JSON, checks, register, one transaction for each batch. */
async function run(name: string, location: DatabaseLocation): Promise<number> {
  const database = await openDatabase(location);
  await migrate(database, 'db/migrations');
  useDatabase(database);
  const workspace = await createWorkspace(['North']);
  const owner = await createMember(workspace, 'model-owner');
  const machine = await createMachine(owner, await newSystem(owner, workspace.siteIds[0] ?? ''));
  const bodies = Array.from({ length: batches }, (_, batch) =>
    JSON.stringify({
      ...{ deployment: machine.deployment, model_version: '1.0', records: records(batch) },
    }),
  );
  const isServer = location.kind === 'postgres';
  const before = await processorTime(database.db, isServer);
  const started = performance.now();
  for (const body of bodies) {
    const reply = await machine.send(body);
    if (reply.status !== 201) throw new Error(`${reply.status}: ${await reply.text()}`);
  }
  const seconds = (performance.now() - started) / 1000;
  const after = await processorTime(database.db, isServer);
  const [stored] = await queryRows<{ n: number }>(
    database.db,
    sql`select count(*)::int as n from monitoring_records`,
  );
  await database.close();
  if (stored?.n !== batches * perBatch) throw new Error(`${stored?.n ?? 0} records are stored`);
  const rate = (batches * perBatch) / seconds;
  const own = after.own - before.own;
  const server = isServer ? `, server ${(after.server - before.server).toFixed(1)} s` : '';
  process.stdout.write(
    `${name.padEnd(9)} ${String(batches * perBatch)} records in ${seconds.toFixed(1)} s: ${rate.toFixed(0)}/s` +
      `; processor: own ${own.toFixed(1)} s${server}\n`,
  );
  return rate;
}

const folder = mkdtempSync(join(tmpdir(), 'attune-bench-'));
const embedded = await run('PGlite', { kind: 'embedded', dataDir: folder });
rmSync(folder, { recursive: true });
const name = `attune_bench_${randomBytes(4).toString('hex')}`;
const admin = postgres(server, { max: 1, onnotice: () => undefined });
await admin.unsafe(`create database ${name}`);
const url = new URL(server);
url.pathname = `/${name}`;
const rate = await run('Postgres', { kind: 'postgres', url: url.href });
await admin.unsafe(`drop database ${name} with (force)`);
await admin.end();
process.stdout.write(
  `ratio ${(rate / embedded).toFixed(2)}, goal ${target}/s on Postgres: ${rate >= target ? 'met' : 'missed'}, load ${loadavg()[0]?.toFixed(1) ?? ''}\n`,
);
process.exitCode = rate >= target ? 0 : 1;
