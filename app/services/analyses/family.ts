import type { z } from 'zod';
import type { Table } from '#analysis/table/table.ts';
import { describeOptions, type OptionHelp } from './describe-options.ts';

export interface Controls {
  /** Called now and then with the share done, in [0, 1]. */
  onProgress?: (share: number) => void;
}

/** One kind of analysis: which options it understands, and the function of `analysis` that computes it. */
export interface Family {
  optionNames: readonly string[];
  /** The same with what each takes, in words. */
  options: readonly OptionHelp[];
  /** False where the options say everything. */
  needsTable: boolean;
  /** @throws ZodError for options that do not fit, AnalysisError for data that do not. */
  run: (table: Table, options: Readonly<Record<string, unknown>>, controls: Controls) => unknown;
}

export function defineFamily<Shape extends z.ZodRawShape>(
  options: z.ZodObject<Shape>,
  compute: (table: Table, options: z.output<z.ZodObject<Shape>>, controls: Controls) => unknown,
  { needsTable = true } = {},
): Family {
  return {
    needsTable,
    optionNames: Object.keys(options.shape),
    get options() {
      return describeOptions(options);
    },
    run: (table, given, controls) => compute(table, options.parse(given), controls),
  };
}
