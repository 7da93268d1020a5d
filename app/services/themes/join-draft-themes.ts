import { steadinessOf, type Steadiness } from '#analysis/themes/steadiness.ts';
import type { MergeDecision } from '#db/schema/theme-check.ts';
import type { DraftQuote, DraftResult, DraftTheme } from './draft-result.ts';

export type JoinedTheme = Omit<DraftTheme, 'stability'> & {
  /** The small themes it is made of, as they are numbered in the draft; most often one. */
  parts: number[];
  /** Of each part: nobody measured that of the whole. */
  stability: number[];
  /** What people joined is a theme because they say so. */
  steadiness: Steadiness | 'joined';
};

const mostPhrases = 6;

/** One word of each in turn, so that no part names the whole alone. */
function inTurn<One>(lists: readonly (readonly One[])[]): One[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) =>
    lists.flatMap((list) => list.slice(at, at + 1)),
  ).flat();
}

/** Of each part what is central, and of all of them the first that dissents and the first at the edge. */
function quotesOf(themes: readonly DraftTheme[]): DraftQuote[] {
  const [only] = themes;
  if (themes.length === 1 && only) return only.quotes;
  const all = themes.flatMap(({ quotes }) => quotes);
  const first = (role: DraftQuote['role']) => all.filter((one) => one.role === role).slice(0, 1);
  const central = all.filter(({ role }) => role === 'central');
  return [...central, ...first('dissent'), ...first('edge')];
}

/** The themes of a draft after the merges that people accepted, the largest first. */
export function joinDraftThemes(
  { themes, merges }: DraftResult,
  decisions: Readonly<Record<string, MergeDecision>>,
): JoinedTheme[] {
  const accepted = merges.filter((_, at) => decisions[at] === 'accepted');
  const joined = new Set(accepted.flatMap((merge) => merge.themes));
  const alone = [...themes.keys()].filter((at) => !joined.has(at)).map((at) => [at]);
  return [...accepted.map((merge) => merge.themes), ...alone]
    .map((parts): JoinedTheme => {
      const own = parts.flatMap((at) => themes[at] ?? []);
      const stability = own.map((theme) => theme.stability);
      return {
        ...{ parts, stability, quotes: quotesOf(own) },
        steadiness: own.length > 1 ? 'joined' : steadinessOf(stability[0] ?? 0),
        phrases: [...new Set(inTurn(own.map(({ phrases }) => phrases)))].slice(0, mostPhrases),
        size: own.reduce((sum, { size }) => sum + size, 0),
        contributionIds: own.flatMap(({ contributionIds }) => contributionIds),
        readingOrder: own.length > 1 ? [] : (own[0]?.readingOrder ?? []),
      };
    })
    .sort((a, b) => b.size - a.size || (a.parts[0] ?? 0) - (b.parts[0] ?? 0));
}
