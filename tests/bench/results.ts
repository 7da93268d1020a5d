import { randomBytes } from 'node:crypto';
import { loadavg } from 'node:os';
import postgres from 'postgres';
import { openDatabase } from '#db/client.server.ts';
import { copyRows } from '#db/copy-rows.server.ts';
import { migrate } from '#db/migrate.server.ts';
import { findRun, finishRun, insertRun, takeRun } from '#db/queries/analysis-run.server.ts';
import { sql } from 'drizzle-orm';
import { useDatabase, withActor } from '#app/database.server.ts';
import { computeRun } from '#app/services/results/compute-run.server.ts';
import { chooseRows, readWave, reportRows } from '#app/services/results/compute-wave.server.ts';
import { specificationHash } from '#app/services/results/specification-hash.server.ts';
import type { FieldedStudy } from '#tests/services/results/fielded-study.ts';
import { buildWorker } from '#tests/services/results/worker-thread.ts';
import type { Workspace } from '#tests/support/workspace.ts';
import { createMillionStudy, insertResponses } from './million-responses.ts';

const server = process.env['BENCH_DATABASE_URL'] ?? 'postgres://root@127.0.0.1:5432/postgres';
const rows = Number(process.env['BENCH_ROWS'] ?? 1_000_000);
const added = Math.ceil(rows / 100);
const targetSeconds = 5;

type Fielded = { workspace: Workspace; study: FieldedStudy };
type Lap = { name: string; seconds: number; processor: number };

const controls = { signal: new AbortController().signal, onProgress: () => undefined };

/** How long each part takes, by the clock and by this process's processor time. */
function stopwatch() {
  const laps: Lap[] = [];
  let [begun, used] = [performance.now(), process.cpuUsage()];
  return {
    laps,
    lap: (name: string): void => {
      const { user, system } = process.cpuUsage(used);
      const seconds = (performance.now() - begun) / 1000;
      laps.push({ name, seconds, processor: (user + system) / 1e6 });
      [begun, used] = [performance.now(), process.cpuUsage()];
    },
  };
}

function describe(title: string, laps: readonly Lap[], n: number): string {
  const line = (name: string, seconds: number, processor: number) =>
    `${name.padEnd(34)}${seconds.toFixed(2).padStart(8)} s   processor ${processor.toFixed(2)} s`;
  const total = laps.reduce((sum, { seconds }) => sum + seconds, 0);
  const processor = laps.reduce((sum, lap) => sum + lap.processor, 0);
  return [
    title,
    ...(laps.length > 1
      ? laps.map((lap) => line(`  ${lap.name}`, lap.seconds, lap.processor))
      : []),
    `${line('  all', total, processor)}   ${Math.round(n / total).toLocaleString('en')} rows/s`,
  ].join('\n');
}

function specificationOf({ study }: Fielded) {
  return { kind: 'wave', waveId: study.waveIds[0] ?? '', minimumCellSize: 10 } as const;
}

/** A run that waits, as a page of results leaves it; `dataHash` only tells runs apart here. */
async function queueRun(fielded: Fielded, dataHash: string) {
  const { organisationId } = fielded.workspace;
  const specification = specificationOf(fielded);
  const key = {
    ...{ organisationId, studyId: fielded.study.studyId, siteScope: '*', dataHash },
    ...{ specificationHash: specificationHash(specification), codeVersion: 'bench' },
  };
  const run = await withActor({ kind: 'system', organisationId }, (tx) =>
    insertRun(tx, { ...key, specification, requestedBy: 'bench' }),
  );
  return { key, runId: { organisationId, id: run?.id ?? '' } };
}

/** The whole of it, as the job does it. */
async function benchRun(fielded: Fielded, title: string, n: number): Promise<string> {
  const { key, runId } = await queueRun(fielded, title);
  const { laps, lap } = stopwatch();
  await computeRun(runId);
  lap('all');
  const run = await withActor({ kind: 'system', organisationId: key.organisationId }, (tx) =>
    findRun(tx, key),
  );
  if (run?.state !== 'done') throw new Error(`the run is ${run?.state}: ${run?.failure}`);
  const seconds = laps[0]?.seconds ?? NaN;
  const verdict = seconds < targetSeconds ? 'kept' : 'missed';
  return `${describe(title, laps, n)}   target ${targetSeconds} s: ${verdict}`;
}

/** The same part by part. */
async function benchParts(fielded: Fielded, title: string, n: number): Promise<string> {
  const { runId } = await queueRun(fielded, title);
  const system = { kind: 'system', organisationId: runId.organisationId } as const;
  const run = await withActor(system, (tx) => takeRun(tx, { ...runId, silentSince: new Date(0) }));
  if (!run) throw new Error('the run was queued');
  const specification = specificationOf(fielded);
  const { laps, lap } = stopwatch();
  const read = await readWave(run, specification.waveId);
  lap('read');
  const chosen = chooseRows(read, specification);
  lap('choose');
  const report = await reportRows(read.study, chosen.rows, 10, controls);
  if (!report.ok) throw new Error(report.reason);
  lap('tabulate and report');
  const finished = await withActor(system, (tx) =>
    finishRun(tx, {
      ...runId,
      result: { kind: 'wave', report, waiting: 0, kept: {}, everShown: {} },
      releasedIds: chosen.rows.ids,
      predecessorId: read.latest?.id ?? null,
    }),
  );
  if (finished !== 'finished') throw new Error(finished);
  lap('store');
  return describe(title, laps, n);
}

/** What reading cannot be faster than: the answers alone, each number added up. */
async function benchPlainCopy({ workspace, study }: Fielded, n: number): Promise<string> {
  const { organisationId } = workspace;
  const { laps, lap } = stopwatch();
  let sum = 0;
  await withActor({ kind: 'system', organisationId }, (tx) =>
    copyRows(
      tx,
      sql`select item_codes from responses where organisation_id = ${organisationId}::uuid
          and study_id = ${study.studyId}::uuid`,
      1,
      ({ bytes, starts }) => {
        for (let at = starts[0] ?? 0; at < (starts[1] ?? 0); at += 1) {
          const byte = bytes[at] ?? 0;
          if (byte >= 48 && byte <= 57) sum += byte - 48;
        }
      },
    ),
  );
  lap('all');
  if (sum === 0) throw new Error('nothing was read');
  return describe('plain COPY of the answers', laps, n);
}

async function run(): Promise<void> {
  const name = `attune_bench_${randomBytes(4).toString('hex')}`;
  const admin = postgres(server, { max: 1, onnotice: () => undefined });
  await admin.unsafe(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const database = await openDatabase({ kind: 'postgres', url: url.href });
  try {
    await migrate(database, 'db/migrations');
    useDatabase(database);
    await buildWorker();
    const fielded = await createMillionStudy();
    await insertResponses(fielded.workspace, fielded.study, rows);
    const megabytes = () => Math.round(process.resourceUsage().maxRSS / 1024);
    const before = megabytes();
    const say = (text: string) => process.stdout.write(`${text}\n`);
    say(`${rows.toLocaleString('en')} responses, 20 items; load ${loadavg()[0]?.toFixed(1)}`);
    say(await benchRun(fielded, 'first result, as the job does it', rows));
    say(`  memory of the process at most ${megabytes()} MB, ${before} MB before`);
    await insertResponses(fielded.workspace, fielded.study, added);
    const all = rows + added;
    say(await benchParts(fielded, `a later result, ${added.toLocaleString('en')} more`, all));
    await insertResponses(fielded.workspace, fielded.study, added);
    say(await benchRun(fielded, 'a later result, as the job does it', all + added));
    say(`  memory of the process at most ${megabytes()} MB`);
    say(await benchPlainCopy(fielded, all + added));
  } finally {
    await database.close();
    await admin.unsafe(`drop database if exists ${name} with (force)`);
    await admin.end();
  }
}

await run();
process.exit(0);
