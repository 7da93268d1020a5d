import type { DifReport } from '#analysis/dif/report-dif.ts';
import { rText, rVector } from '../r-literals.ts';
import type { ScriptPart } from '../script-part.ts';

/** The anchors are those that purification left; an item is always part of its own matching score. */
export const dif: ScriptPart = {
  packages: ['ordinal'],
  code: ({ items, group }, plain) => {
    const { anchors, reference, focal } = plain as DifReport;
    return `
x <- d[, c(${rVector(items as string[])}, ${rText(String(group))})]
x <- na.omit(x[x[[${rText(String(group))}]] %in% c(${rText(reference)}, ${rText(focal)}), ])
member <- as.numeric(x[[${rText(String(group))}]] == ${rText(focal)})
found <- c(n = nrow(x))
for (item in ${rVector(items as string[])}) {
  score <- rowSums(x[, union(${rVector(anchors)}, item)])
  y <- factor(x[[item]])
  one <- logLik(ordinal::clm(y ~ score))
  two <- logLik(ordinal::clm(y ~ score + member))
  three <- logLik(ordinal::clm(y ~ score * member))
  found[paste0("uniform_", item)] <- 2 * (two - one)
  found[paste0("non_uniform_", item)] <- 2 * (three - two)
}`;
  },
  numbers: (plain) => {
    const { items, n } = plain as DifReport;
    const numbers = items.flatMap(({ item, ordinalLogistic: found }): [string, number][] =>
      found.ok
        ? [
            [`uniform_${item}`, found.uniform.chiSquare],
            [`non_uniform_${item}`, found.nonUniform.chiSquare],
          ]
        : [],
    );
    return { n, ...Object.fromEntries(numbers) };
  },
  tolerance: 1e-4,
};
