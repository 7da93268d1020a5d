import { AnalysisError } from '#analysis/errors.ts';
import type { Table } from '#analysis/table/table.ts';
import { families } from '../analyses/families.ts';
import { plainNumbers } from '../analyses/plain-numbers.ts';
import type { Step, StepOutcome, StepOutcomes } from './steps.ts';

export type StepsInput = { table: Table; steps: readonly Step[] };
type Controls = { onProgress: (share: number) => void };

/** The report as plain JSON. */
function withoutParts(report: unknown, parts: readonly string[]): unknown {
  const plain = JSON.parse(JSON.stringify(report, plainNumbers)) as unknown;
  if (parts.length === 0 || typeof plain !== 'object' || plain === null) return plain;
  return Object.fromEntries(Object.entries(plain).filter(([part]) => !parts.includes(part)));
}

async function runStep(table: Table, step: Step, controls: Controls): Promise<StepOutcome> {
  const load = families[step.family];
  if (!load) throw new Error(`no family ${step.family}`);
  const family = await load();
  try {
    const report = await family.run(table, step.options, controls);
    return { ok: true, value: withoutParts(report, step.leaveOut ?? []) };
  } catch (error) {
    if (!(error instanceof AnalysisError)) throw error;
    return { ok: false, code: error.code, values: error.values };
  }
}

/** Runs the steps of an analysis one after another; runs in a worker. */
export async function runSteps(
  { table, steps }: StepsInput,
  { onProgress }: Controls,
): Promise<StepOutcomes> {
  const outcomes: Record<string, StepOutcome> = {};
  for (const [index, step] of steps.entries()) {
    const within = (share: number) => onProgress((index + share) / steps.length);
    within(0);
    outcomes[step.name] = await runStep(table, step, { onProgress: within });
  }
  return outcomes;
}
