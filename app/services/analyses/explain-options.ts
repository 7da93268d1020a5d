import type { z } from 'zod';
import type { OptionHelp } from './describe-options.ts';

/** How options were given: names as they were typed. */
export type Typed = (name: string) => string;

/**
 * What is wrong with the options of a family, one sentence for each option, in the words of its help.
 */
export function explainOptions(
  { issues }: z.ZodError,
  options: readonly OptionHelp[],
  given: Readonly<Record<string, unknown>>,
  typed: Typed,
): string {
  const sentences = issues.flatMap((issue) => {
    const [name] = issue.path;
    if (issue.code === 'unrecognized_keys' && name === undefined) {
      return issue.keys.map((key) => `there is no option ${typed(key)}`);
    }
    const option = options.find((one) => one.name === name);
    if (!option) return [issue.message];
    const problem = given[option.name] === undefined ? 'is missing: it is' : 'must be';
    return [`${typed(option.name)} ${problem} ${option.takes}`];
  });
  return [...new Set(sentences)].join(' · ');
}
