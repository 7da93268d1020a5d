import type { QuoteRole } from '#analysis/themes/choose-quotes.ts';

export type DraftQuote = { id: string; role: QuoteRole; start: number; end: number };

export type DraftTheme = {
  phrases: string[];
  size: number;
  stability: number;
  contributionIds: string[];
  quotes: DraftQuote[];
  /** Where it is better read by hand: the order that shows most first; else none. */
  readingOrder: string[];
};

/** What a draft keeps: ids of contributions, no words but the phrases that name a theme. */
export type DraftResult = {
  /** Small ones, more than are wanted. */
  themes: DraftTheme[];
  /** Which of them may be one, the most alike first. */
  merges: { themes: number[]; likeness: number }[];
  withoutContent: string[];
  /** In the nearest theme, though nobody else uses any of their words. */
  unsure: string[];
  /** They say in the same words what another one says; left out in earlier drafts. */
  repeated?: string[];
  texts: number;
  people: number;
  /** How well each number of themes is found again in parts of the texts; empty where people chose it. */
  curve: { k: number; stability: number }[];
};

type Draft = { id: string; language: string; state: string; result: unknown };

/** By contribution the theme of the newest draft in its language. */
export function clustersOf(drafts: readonly Draft[]): Map<string, string> {
  const clusters = new Map<string, string>();
  const seen = new Set<string>();
  for (const { language, state, result } of drafts) {
    if (state !== 'done' || seen.has(language)) continue;
    seen.add(language);
    for (const [index, theme] of (result as DraftResult).themes.entries()) {
      for (const id of theme.contributionIds) clusters.set(id, `${language} ${index}`);
    }
  }
  return clusters;
}
