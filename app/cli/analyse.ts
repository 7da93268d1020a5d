import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { AnalysisError } from '#analysis/errors.ts';
import { families } from '../services/analyses/families.ts';
import { matchOptionNames } from '../services/analyses/match-option-names.ts';
import { plainNumbers } from '../services/analyses/plain-numbers.ts';
import { readTable } from '../services/analyses/read-table.ts';

/** For the person at the keyboard: one line. */
class UsageError extends Error {}

const usage =
  'usage: npm run --silent analyse -- FAMILY --data FILE.csv [--items a,b,c] [--reverse a]' +
  " [--group g] [--model 'F =~ a + b'] [--options JSON]";

function readFlags() {
  const text = { type: 'string' } as const;
  const options = {
    data: text,
    items: text,
    reverse: text,
    group: text,
    model: text,
    options: text,
  };
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options });
    const [family, ...stray] = positionals;
    if (family === undefined || stray.length > 0) throw new Error();
    return { ...values, family };
  } catch (error) {
    const { message } = error as Error;
    throw new UsageError(message === '' ? usage : `${message} · ${usage}`);
  }
}

function parseJson(text: string): Record<string, unknown> {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  } catch {
    throw new UsageError('--options is not a JSON object');
  }
}

function readData(file: string) {
  try {
    return readTable(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new UsageError(`${file}: ${(error as Error).message}`);
  }
}

const list = (text: string) => text.split(',').map((name) => name.trim());

function explain(error: unknown): string | undefined {
  if (error instanceof UsageError) return error.message;
  if (error instanceof AnalysisError) {
    const values = Object.entries(error.values).map(([name, value]) => `${name} ${value}`);
    return [error.code, ...values].join(' · ');
  }
  if (error instanceof z.ZodError) {
    return error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join(' · ');
  }
  return undefined;
}

/** Prints an analysis of a researcher's own file as JSON; bad input is one line and exit code 2. */
async function analyse(): Promise<void> {
  const { family: name, data, items, reverse, group, model, options } = readFlags();
  const load = Object.hasOwn(families, name) ? families[name] : undefined;
  if (!load) {
    throw new UsageError(`no family ${name}; there are ${Object.keys(families).join(', ')}`);
  }
  const family = await load();
  const given = {
    ...(items === undefined ? {} : { items: list(items) }),
    ...(reverse === undefined ? {} : { reverse: list(reverse) }),
    ...(group === undefined ? {} : { group }),
    ...(model === undefined ? {} : { model }),
    ...(options === undefined ? {} : parseJson(options)),
  };
  if (data === undefined && family.needsTable) throw new UsageError(usage);
  const table = data === undefined ? { n: 0, columns: new Map() } : readData(data);
  const result = family.run(table, matchOptionNames(given, family.optionNames), {});
  process.stdout.write(`${JSON.stringify(await result, plainNumbers, 2)}\n`);
}

try {
  await analyse();
} catch (error) {
  const line = explain(error);
  process.stderr.write(`${line ?? (error as Error).stack ?? String(error)}\n`);
  process.exitCode = line === undefined ? 1 : 2;
}
