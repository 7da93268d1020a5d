import type { ItemMatrix } from '../table/item-matrix.ts';

const mostCategories = 10;

/**
 * Which items look like ordered categories: whole numbers, two to ten different ones.
 *
 * @param matrix n × k, missing is NaN.
 * @returns the names, in their order.
 * @remarks Missing data: ignored. A guess for convenience; a researcher can say otherwise.
 * @throws never.
 * @see Rhemtulla, M., Brosseau-Liard, P. E., Savalei, V. (2012). Psychol Methods 17, 354–373, on how many
 *   categories may pass for continuous. https://doi.org/10.1037/a0029315.
 */
export function orderedItems({ names, values }: ItemMatrix): string[] {
  const k = names.length;
  return names.filter((_, item) => {
    const seen = new Set<number>();
    for (let cell = item; cell < values.length && seen.size <= mostCategories; cell += k) {
      const value = values[cell] ?? NaN;
      if (!Number.isNaN(value)) seen.add(value);
    }
    return seen.size >= 2 && seen.size <= mostCategories && [...seen].every(Number.isInteger);
  });
}
