import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readTable } from '#app/services/analyses/read-table.ts';
import { medianOf } from './median-of.ts';
import { psychometricTasks, type Task } from './psychometrics-tasks.ts';

const directory = process.argv[2] ?? '../shared/oracle';
const file = path.join(directory, 'data/shared/bfi.csv');
if (!existsSync(file)) {
  console.error(`no ${file}: name the folder of the reference cases`);
  process.exit(1);
}

/** How long a computation is repeated before it is measured: the compiler has seen it then. */
const WARM_MS = 1500;

interface Measured {
  readonly first: number;
  /** Medians of the runs, by the clock and by the processor. */
  readonly wall: number;
  readonly processor: number;
}

function measure({ work, runs }: Task): Measured {
  const run = () => {
    const before = process.cpuUsage();
    const started = performance.now();
    work();
    const wall = performance.now() - started;
    const { user, system } = process.cpuUsage(before);
    return { wall, processor: (user + system) / 1000 };
  };
  const begun = performance.now();
  const first = run().wall;
  while (performance.now() - begun < WARM_MS) run();
  const measured = Array.from({ length: runs }, run);
  return {
    first,
    wall: medianOf(measured.map(({ wall }) => wall)),
    processor: medianOf(measured.map(({ processor }) => processor)),
  };
}

/** Milliseconds by task; empty where R or a package is missing. */
function timesInR(): Map<string, number> {
  const found = spawnSync('Rscript', ['tests/bench/psychometrics-in-r.R', file], {
    ...{ encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  });
  const lines = found.status === 0 ? found.stdout.trim().split('\n') : [];
  return new Map(
    lines.map((line) => {
      const [name = '', ...seconds] = line.split('\t');
      return [name, 1000 * medianOf(seconds.map(Number))];
    }),
  );
}

function storedTime(name: string | undefined): number | undefined {
  const stored = path.join(directory, 'timings.json');
  if (name === undefined || !existsSync(stored)) return undefined;
  const { timings } = JSON.parse(readFileSync(stored, 'utf8')) as {
    timings: Record<string, { median_s: number } | undefined>;
  };
  const seconds = timings[name]?.median_s;
  return seconds === undefined ? undefined : 1000 * seconds;
}

const milliseconds = (value: number) => `${value.toFixed(value < 100 ? 1 : 0)} ms`;

function printTask(task: Task, reference: ReadonlyMap<string, number>): void {
  const { first, wall, processor } = measure(task);
  const here = reference.get(task.name);
  // A stored time is of an idle machine, which the processor's time resembles most.
  const stored = here === undefined ? storedTime(task.stored) : undefined;
  const ratio = here === undefined ? stored && stored / processor : here / wall;
  const inR = here ?? stored;
  const isMet = ratio !== undefined && task.target !== undefined && ratio >= task.target;
  console.info(
    [
      task.what.padEnd(32),
      milliseconds(first).padStart(9),
      milliseconds(wall).padStart(9),
      milliseconds(processor).padStart(9),
      (inR === undefined ? '' : milliseconds(inR)).padStart(9) + (stored === undefined ? ' ' : '*'),
      (ratio === undefined ? '' : `${ratio.toFixed(1)}×`).padStart(7),
      task.target === undefined ? '' : `${task.target}× ${isMet ? 'met' : 'missed'}`,
    ].join('  '),
  );
}

interface Million {
  readonly runs: readonly { tables: number; described: number; polychoric: number }[];
  readonly dataMegabytes: number;
  readonly beforeMegabytes: number;
  readonly peakMegabytes: number;
}

function printMillion(): void {
  const script = fileURLToPath(new URL('million.js', import.meta.url));
  const { runs, ...found } = JSON.parse(
    execFileSync(process.execPath, [script]).toString(),
  ) as Million;
  const print = (what: string, key: keyof (typeof runs)[number], limit: number) => {
    const median = medianOf(runs.map((run) => run[key]));
    const verdict = median < limit ? 'met' : 'missed';
    console.info(
      `${what.padEnd(44)} ${milliseconds(median).padStart(9)}  < ${limit} ms ${verdict}`,
    );
  };
  console.info('\na million × 20 from typed arrays, one thread');
  print('counts, descriptives, correlations, alpha', 'described', 1000);
  print('with polychoric correlations', 'polychoric', 2000);
  console.info(
    `memory: answers ${found.dataMegabytes} MB, process before ${found.beforeMegabytes} MB,` +
      ` at most ${found.peakMegabytes} MB`,
  );
}

const reference = timesInR();
const load = (loadavg()[0] ?? 0).toFixed(1);
console.info(`load ${load} on ${availableParallelism()} cores, node ${process.version}`);
if (reference.size === 0) console.info('no R with psych and lavaan here: stored times alone');
console.info('first run, median once warm (clock, processor), R (* stored), ratio, target');
for (const task of psychometricTasks(readTable(readFileSync(file, 'utf8'))))
  printTask(task, reference);
printMillion();
