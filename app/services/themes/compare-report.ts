import { canonicalJson } from '#surveys/model/canonical-json.ts';
import type { DescribedReport } from './describe-report.server.ts';
import type { ShownQuote } from './read-quotes.server.ts';
import type { ReportedTheme, ThemeReportContent } from './report-content.ts';

/** Parts of a report that may come out otherwise when it is computed again. */
export const reportParts = [
  'coverage',
  'themes',
  'quotes',
  'concerns',
  'agreement',
  'acceptance',
  'flags',
  'check',
  'codebook',
] as const;
export type ReportPart = (typeof reportParts)[number];

/** What is said of a theme beside its quotes. */
const findings = (theme: Omit<ReportedTheme, 'quoteIds' | 'edgeIds' | 'dissentIds'>) => {
  const { id, title, summary, codes, people, strata, dissenters, readers } = theme;
  return { id, title, summary, codes, people, strata, dissenters, readers };
};

function partsOfKept(
  content: ThemeReportContent,
  quotes: readonly ShownQuote[],
): Record<ReportPart, unknown> {
  const words = new Map(quotes.map((quote) => [quote.id, quote.words]));
  const said = (ids: readonly string[] = []) => ids.map((id) => words.get(id) ?? null);
  return {
    ...common(content),
    themes: content.themes.map(findings),
    quotes: content.themes.map(({ quoteIds, edgeIds, dissentIds }) =>
      [quoteIds, edgeIds, dissentIds].map(said),
    ),
  };
}

function partsOfNow(report: DescribedReport): Record<ReportPart, unknown> {
  const said = (all: readonly { text: string }[]) => all.map(({ text }) => text);
  return {
    ...common(report),
    themes: report.themes.map(findings),
    quotes: report.themes.map(({ quotes, edge, dissent }) => [quotes, edge, dissent].map(said)),
  };
}

function common(report: Omit<ThemeReportContent, 'themes'>) {
  const { coverage, topConcerns = [], agreement, acceptance, flags, check } = report;
  const codebook = report.codebookVersion;
  return { coverage, concerns: topConcerns, agreement, acceptance, flags, check, codebook };
}

/** Which parts of a kept report come out otherwise now; none: it says the same. */
export function compareReport(
  kept: { content: ThemeReportContent; quotes: readonly ShownQuote[] },
  now: DescribedReport,
): ReportPart[] {
  const [before, after] = [partsOfKept(kept.content, kept.quotes), partsOfNow(now)];
  return reportParts.filter((part) => canonicalJson(before[part]) !== canonicalJson(after[part]));
}
