import { parseArgs } from 'node:util';
import { UsageError } from './usage-error.ts';

export const usage =
  'usage: npm run --silent analyse -- FAMILY --data FILE.csv [--items a,b,c] [--reverse a]' +
  " [--group g] [--model 'F =~ a + b'] [--options JSON]; FAMILY --help lists its options";

/** Options that have a flag of their own; the others are parts of `--options`. */
export const flagNames = [
  ...(['items', 'reverse', 'group', 'model'] as const),
  ...(['text', 'label', 'language', 'k', 'seed', 'train'] as const),
] as const;

export type Flags = Partial<
  Record<(typeof flagNames)[number] | 'data' | 'options' | 'family', string>
> & { help: boolean };

function plainly(error: Error & { code?: string }): string {
  const [, name = ''] = /'(--?[\w-]+)/.exec(error.message) ?? [];
  if (error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `there is no option ${name}`;
  if (error.code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return `${name} needs a value`;
  return error.message;
}

/** @throws UsageError for flags that do not exist or lack their value. */
export function readFlags(args: readonly string[]): Flags {
  const text = { type: 'string' } as const;
  const options = {
    ...{ data: text, items: text, reverse: text, group: text, model: text, options: text },
    votes: text,
    ...{ text, label: text, language: text, k: text, seed: text, train: text },
    help: { type: 'boolean', short: 'h', default: false } as const,
  };
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
    const [family, ...stray] = positionals;
    const { votes, ...given } = values;
    const flags = votes === undefined ? given : { ...given, data: votes };
    if (stray.length > 0) throw new Error(`${stray.join(' ')} is too much`);
    if (votes !== undefined && values.data !== undefined) throw new Error('--votes is --data');
    return family === undefined ? flags : { ...flags, family };
  } catch (error) {
    throw new UsageError(`${plainly(error as Error)} · ${usage}`);
  }
}
