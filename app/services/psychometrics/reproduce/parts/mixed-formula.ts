import type { StepOptions } from '../script-part.ts';

/** A random intercept for the group, and for what the group lies in. */
export function mixedFormula(options: StepOptions, outcome = options['outcome'] as string): string {
  const covariates = (options['covariates'] as string[] | undefined) ?? [];
  const groups = [options['group'], options['higherGroup']].filter(
    (name) => typeof name === 'string',
  );
  const terms = ['1', ...covariates, ...groups.map((name) => `(1 | ${name})`)];
  return `${outcome} ~ ${terms.join(' + ')}`;
}
