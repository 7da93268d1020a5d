import type { LevelReport, ReadinessReport, Withheld } from '#analysis/report/readiness-report.ts';

function firstWithheld<Part extends { id: string }>(
  parts: readonly Part[],
  id: string,
  of: (part: Part) => { shown: true } | Withheld,
): Withheld | undefined {
  for (const part of parts) {
    const said = of(part);
    if (part.id === id && !said.shown) return said;
  }
  return undefined;
}

/**
 * The report over some sites, beside the figures of these sites that everybody sees. What is withheld
 * at one of the sites summed is withheld of their sum, or the other sites would give it away.
 */
export function confineReport(
  report: ReadinessReport,
  { levels, summed }: { levels: readonly LevelReport[]; summed: readonly LevelReport[] },
): ReadinessReport {
  if (!report.ok) return report;
  const allItems = summed.flatMap(({ items }) => items);
  const allScales = summed.flatMap(({ scales }) => scales);
  return {
    ...report,
    items: report.items.map((item) => {
      const withheld = firstWithheld(allItems, item.id, ({ result }) => result);
      return withheld ? { id: item.id, result: withheld } : item;
    }),
    scales: report.scales.map((scale) => {
      const withheld = firstWithheld(allScales, scale.id, ({ score }) => score);
      if (!withheld) return scale;
      const { reason } = withheld;
      return { id: scale.id, score: withheld, alpha: { ok: false, reason }, items: [] };
    }),
    dimensions: [{ id: 'site', levels }],
    changes: null,
  };
}
