import { z } from 'zod';
import { checkItems } from '#analysis/correlations/check-items.ts';
import type { Estimate } from '#analysis/estimate.ts';
import type { OracleFamily } from '../family.ts';

const optionsSchema = z.object({ items: z.array(z.string()) });
const mostItems = 10;

/** Every choice of two and more, in the order of the list. */
function choices(names: readonly string[]): string[][] {
  const all = names
    .slice(0, mostItems)
    .reduce<string[][]>(
      (found, name) => [...found, ...found.map((chosen) => [...chosen, name])],
      [[]],
    );
  return all.filter((chosen) => chosen.length > 1);
}

const value = (estimate: Estimate) => (estimate.ok ? estimate.value : null);

/** `kr20_…` is a choice of items, so all are computed. */
export const edge: OracleFamily = {
  compute: (table, given) => {
    const { items } = optionsSchema.parse(given);
    const check = checkItems(table, { items });
    const constant = items.indexOf(check.itemsWithoutVariance[0] ?? '');
    const other = constant === 0 ? 1 : 0;
    const alpha = value(check.alpha);
    return {
      ...{ alpha_formula: alpha, alpha_formula_all_items: alpha },
      alpha_formula_without_constant: value(check.alphaOfVaryingItems),
      // psych leaves items out that do not vary
      alpha_psych: value(check.alphaOfVaryingItems),
      pearson_with_constant: check.correlations[constant]?.[other],
      complete_rows_all_items: check.complete,
      determinant: check.determinant,
      smallest_eigenvalue: check.smallestEigenvalue,
      ...Object.fromEntries(
        choices(items).map((chosen) => {
          return [`kr20_${chosen.join('_')}`, value(checkItems(table, { items: chosen }).alpha)];
        }),
      ),
    };
  },
  tolerances: [
    [/^(alpha|kr20)_/, 'alpha'],
    [/^(smallest_eigenvalue|determinant)$/, 'eigen_abs'],
  ],
};
