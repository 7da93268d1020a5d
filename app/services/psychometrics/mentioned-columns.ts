import type { Step } from './steps.ts';

/** Every text in the options; of model texts each name as well. */
function words(value: unknown): string[] {
  if (typeof value === 'string') {
    return value.includes('~') ? [value, ...value.split(/[^A-Za-z0-9._]+/u)] : [value];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(words);
}

/** Which of these columns the steps name. A part of a longer name is not meant. */
export function mentionedColumns(
  columns: Iterable<string>,
  steps: readonly Pick<Step, 'options'>[],
): Set<string> {
  const said = new Set(steps.flatMap(({ options }) => words(options)));
  return new Set([...columns].filter((name) => said.has(name)));
}
