import type { ManyGroupsReport } from '#analysis/groups/compare-many-groups.ts';
import { rText, rVector } from '../r-literals.ts';
import type { ScriptPart } from '../script-part.ts';

export const manyGroups: ScriptPart = {
  packages: [],
  code: ({ outcome, group }, plain) => {
    const levels = (plain as ManyGroupsReport).groups.map(({ level }) => level);
    return `
g <- factor(d[[${rText(String(group))}]], levels = ${rVector(levels)})
y <- d[[${rText(String(outcome))}]]
welch <- oneway.test(y ~ g)
kruskal <- kruskal.test(y ~ g)
found <- c(n = sum(!is.na(y) & !is.na(g)), f = unname(welch$statistic), p = welch$p.value,
  kruskal_wallis = unname(kruskal$statistic))`;
  },
  numbers: (plain) => {
    const { n, welchAnova: welch, kruskalWallis } = plain as ManyGroupsReport;
    return {
      n,
      ...(welch.ok ? { f: welch.f, p: welch.p } : {}),
      ...(kruskalWallis.ok ? { kruskal_wallis: kruskalWallis.statistic } : {}),
    };
  },
  tolerance: 1e-8,
};
