import { ZodError } from 'zod';
import type { Table } from '#analysis/table/table.ts';
import { explainOptions } from '../../services/analyses/explain-options.ts';
import { families } from '../../services/analyses/families.ts';
import { listedFamilies } from '../../services/analyses/listed-families.ts';
import { plainNumbers } from '../../services/analyses/plain-numbers.ts';
import { givenOptions } from './given-options.ts';
import { familyHelp, generalHelp } from './help-text.ts';
import { readData } from './read-data.ts';
import { readFlags, usage } from './read-flags.ts';
import { UsageError } from './usage-error.ts';

const noTable: Table = { n: 0, columns: new Map() };

/**
 * An analysis of a researcher's own file as JSON, or what can be asked for.
 *
 * @throws UsageError, AnalysisError for what the person at the keyboard can put right.
 */
export async function analyseCommand(args: readonly string[]): Promise<string> {
  const flags = readFlags(args);
  const { family: name, help, data } = flags;
  if (name === undefined) {
    if (help) return generalHelp(listedFamilies);
    throw new UsageError(`no family is named · ${usage}`);
  }
  const load = Object.hasOwn(families, name) ? families[name] : undefined;
  if (!load) {
    throw new UsageError(`there is no family ${name}; there are ${listedFamilies.join(', ')}`);
  }
  const family = await load();
  if (help) return familyHelp(name, family);
  const { options, typed } = givenOptions(flags, family.optionNames);
  if (data === undefined && family.needsTable)
    throw new UsageError('--data is missing: a CSV file');
  const table = data === undefined ? noTable : readData(data);
  try {
    return JSON.stringify(await family.run(table, options, {}), plainNumbers, 2);
  } catch (error) {
    if (!(error instanceof ZodError)) throw error;
    const explained = explainOptions(error, family.options, options, typed);
    throw new UsageError(`${explained} · ${name} --help lists what there is`);
  }
}
