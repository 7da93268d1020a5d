/** What a draft keeps: ids of contributions, no words but the phrases that name a theme. */
export type DraftResult = {
  k: number;
  themes: {
    phrases: string[];
    size: number;
    stability: number;
    contributionIds: string[];
    quoted: string[];
  }[];
  withoutContent: string[];
  texts: number;
};

type Draft = { id: string; language: string; state: string; result: unknown };

/** By contribution the theme of the newest draft in its language. */
export function clustersOf(drafts: readonly Draft[]): Map<string, number> {
  const clusters = new Map<string, number>();
  const seen = new Set<string>();
  for (const { language, state, result } of drafts) {
    if (state !== 'done' || seen.has(language)) continue;
    const before = 1000 * seen.size;
    seen.add(language);
    for (const [index, theme] of (result as DraftResult).themes.entries()) {
      for (const id of theme.contributionIds) clusters.set(id, before + index);
    }
  }
  return clusters;
}
