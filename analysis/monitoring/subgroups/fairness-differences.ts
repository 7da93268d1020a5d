import { DomainError } from '../../errors.ts';
import { adjustPValues } from '../../groups/adjust-p-values.ts';
import { rateNames, ratesOfConfusion, type RateName } from '../performance/rates-of-confusion.ts';
import type { Confusion } from '../performance/confusion.ts';
import { subgroupVerdict, type SubgroupVerdict, type VerdictOptions } from './subgroup-verdict.ts';

export interface NamedConfusion {
  readonly group: string;
  readonly confusion: Confusion;
}

export interface GroupDifferences {
  readonly group: string;
  readonly rates: Record<RateName, SubgroupVerdict & { readonly pAdjusted: number | null }>;
  /** The larger of |Δ sensitivity| and |Δ false positive rate|; null where one is not there. */
  readonly equalisedOdds: number | null;
  /** Mean of the two differences with their signs, which may cancel each other; null where one is not there. */
  readonly averageOdds: number | null;
}

const add = (a: Confusion, b: Confusion): Confusion => ({
  tp: a.tp + b.tp,
  fp: a.fp + b.fp,
  fn: a.fn + b.fn,
  tn: a.tn + b.tn,
});

const nobody: Confusion = { tp: 0, fp: 0, fn: 0, tn: 0 };

/**
 * How each group's rates differ from those of the reference, and what can be said of it.
 *
 * `subgroupVerdict` of every rate; p-values of one rate over the groups adjusted after Benjamini and Hochberg.
 *
 * @param groups counts by prediction and outcome.
 * @param reference name of the group to compare with; undefined:
 *   each with all others together. @param options margin, minimums, confidence level.
 * @returns one entry a group, the reference left out.
 * @remarks Missing data: not in the counts. Equal false positive rates and equal predictive values cannot both be had
 *   where base rates differ.
 * @throws DomainError 'unknown-group', and of `subgroupVerdict`.
 * @see Hardt, M., Price, E., Srebro, N. (2016). Equality of opportunity in supervised learning. NeurIPS 29.
 *   https://arxiv.org/abs/1610.02413;
 *   Chouldechova, A. (2017). https://doi.org/10.1089/big.2016.0047. Reference values: R 4.2.2.
 */
export function fairnessDifferences(
  groups: readonly NamedConfusion[],
  reference: string | undefined,
  options: VerdictOptions,
): GroupDifferences[] {
  const { level = 0.95 } = options;
  const named = groups.find(({ group }) => group === reference);
  if (reference !== undefined && !named)
    throw new DomainError('unknown-group', { label: reference });
  const compared = groups.filter(({ group }) => group !== reference);
  const verdicts = compared.map(({ group, confusion }) => {
    const others = groups.filter((other) => other.group !== group);
    const against = named?.confusion ?? others.reduce((sum, o) => add(sum, o.confusion), nobody);
    const [own, other] = [confusion, against].map((counts) => ratesOfConfusion(counts, level));
    const of = (name: RateName) =>
      subgroupVerdict(own?.[name] ?? { x: 0, n: 0 }, other?.[name] ?? { x: 0, n: 0 }, options);
    return { group, rates: Object.fromEntries(rateNames.map((name) => [name, of(name)])) };
  });
  const adjusted = Object.fromEntries(
    rateNames.map((name) => {
      const p = verdicts.map(({ rates }) => rates[name]?.p ?? NaN);
      return [name, adjustPValues(p, 'bh')];
    }),
  );
  return verdicts.map(({ group, rates }, place) => {
    const sensitivity = rates['sensitivity']?.difference ?? null;
    const falsePositives = rates['falsePositiveRate']?.difference ?? null;
    const isKnown = sensitivity !== null && falsePositives !== null;
    const withAdjusted = rateNames.map((name) => {
      const p = adjusted[name]?.[place] ?? NaN;
      return [name, { ...rates[name], pAdjusted: Number.isNaN(p) ? null : p }];
    });
    return {
      group,
      rates: Object.fromEntries(withAdjusted) as GroupDifferences['rates'],
      equalisedOdds: isKnown ? Math.max(Math.abs(sensitivity), Math.abs(falsePositives)) : null,
      averageOdds: isKnown ? (sensitivity + falsePositives) / 2 : null,
    };
  });
}
