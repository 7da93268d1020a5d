import type { TwoGroupsReport } from '#analysis/groups/compare-two-groups.ts';
import { rText } from '../r-literals.ts';
import type { ScriptPart } from '../script-part.ts';

export const twoGroups: ScriptPart = {
  packages: [],
  code: ({ outcome, group }, plain) => {
    const [first, second] = (plain as TwoGroupsReport).groups;
    return `
a <- d[[${rText(String(outcome))}]][d[[${rText(String(group))}]] == ${rText(first?.level ?? '')}]
b <- d[[${rText(String(outcome))}]][d[[${rText(String(group))}]] == ${rText(second?.level ?? '')}]
welch <- t.test(a, b)
found <- c(mean_1 = mean(a, na.rm = TRUE), mean_2 = mean(b, na.rm = TRUE),
  t = unname(welch$statistic), df = unname(welch$parameter), p = welch$p.value)`;
  },
  numbers: (plain) => {
    const { groups, welch } = plain as TwoGroupsReport;
    const means = { mean_1: groups[0]?.mean, mean_2: groups[1]?.mean };
    return welch.ok ? { ...means, t: welch.t, df: welch.degreesOfFreedom, p: welch.p } : means;
  },
  tolerance: 1e-8,
};
