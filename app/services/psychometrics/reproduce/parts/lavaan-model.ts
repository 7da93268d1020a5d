type Estimated = {
  lhs: string;
  op: string;
  rhs: string;
  group: number;
  isFree: boolean;
  estimate: number;
};

/** R: standardised loadings and factor correlations of `fit`, by the names of `standardisedNumbers`. */
export const standardisedCode = `
s <- lavaan::standardizedSolution(fit)
s <- s[s$op == "=~", ]
found <- c(found, setNames(s$est.std, paste0("loading_", s$lhs, "_", s$rhs)))`;

export function standardisedNumbers(
  parameters: readonly (Estimated & { standardised: number })[],
): Record<string, number> {
  const loadings = parameters.filter(({ op, group }) => op === '=~' && group === 0);
  return Object.fromEntries(
    loadings.map(({ lhs, rhs, standardised }) => [`loading_${lhs}_${rhs}`, standardised]),
  );
}
