import type { Shown } from '../study-analysis.ts';
import type { ResponseReport } from './item-response.ts';

const warnings = [
  'no-standard-errors',
  'negative-slope',
  'steep-slope',
  'sparse-category',
  'unused-category',
  'small-sample',
] as const;

/** COSMIN asks for a thousand people for a graded response model. */
const enoughPeople = 1000;
/** COSMIN: Q3 below 0.37. */
const mostDependence = 0.37;

/** What makes parameters unstable, and items that share more than the attitude. */
export function responseCautions(
  { reader }: Shown<unknown>,
  { warnings: found, n, localDependence }: ResponseReport,
): string[] {
  const { say, number } = reader;
  const listed = warnings.flatMap((code) => {
    const own = found.filter((warning) => warning.code === code);
    if (own.length === 0 || code === 'small-sample') return [];
    const items = own.flatMap(({ item }) => item ?? []).join(', ');
    return [say(`itemResponse.warning.${code}`, { items })];
  });
  const dependent = localDependence.pairs
    .filter(({ q3 }) => q3 > mostDependence)
    .map(({ items }) => items.join(' – '));
  return [
    ...listed,
    ...(dependent.length > 0
      ? [say('itemResponse.dependent', { pairs: dependent.join('; ') })]
      : []),
    ...(n < enoughPeople ? [say('itemResponse.fewPeople', { n: number(n, 0) })] : []),
    say('sample'),
  ];
}
