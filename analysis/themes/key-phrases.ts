import { byCodeUnits } from '../numeric/by-code-units.ts';
import type { Term } from './text/split-terms.ts';

export type KeyPhrase = {
  /** In its commonest written form. */
  readonly text: string;
  /** Answers of the theme it is in. */
  readonly answers: number;
  /** Log-odds against the other themes over their standard error. */
  readonly z: number;
};

/** A text with the theme it is in, and how often it was seen. */
export type ThemedText = {
  readonly text: string;
  readonly terms: readonly Term[];
  readonly theme: number;
  readonly weight: number;
};

type Counted = { within: Map<string, number>[]; overall: Map<string, number>; forms: Forms };
type Forms = Map<string, Map<string, number>>;

/** Single terms and neighbouring pairs; a pair in between which words were left out is no phrase. */
function phrasesOf(terms: readonly Term[], text: string): { key: string; form: string }[] {
  return terms.flatMap((term, at) => {
    const single = { key: term.stem, form: term.surface };
    const next = terms[at + 1];
    if (!next || !/^[\s-]*$/u.test(text.slice(term.end, next.start))) return [single];
    const form = text.slice(term.start, next.end).normalize('NFKC').toLowerCase();
    return [single, { key: `${term.stem} ${next.stem}`, form }];
  });
}

function count(texts: readonly ThemedText[], k: number): Counted {
  const within = Array.from({ length: k }, () => new Map<string, number>());
  const overall = new Map<string, number>();
  const forms: Forms = new Map();
  for (const { text, terms, theme, weight } of texts) {
    const seen = new Set<string>();
    for (const { key, form } of phrasesOf(terms, text)) {
      const known = forms.get(key) ?? new Map<string, number>();
      known.set(form, (known.get(form) ?? 0) + weight);
      forms.set(key, known);
      if (seen.has(key)) continue;
      seen.add(key);
      within[theme]?.set(key, (within[theme].get(key) ?? 0) + weight);
      overall.set(key, (overall.get(key) ?? 0) + weight);
    }
  }
  return { within, overall, forms };
}

function commonest(forms: ReadonlyMap<string, number> | undefined, key: string): string {
  const sorted = [...(forms ?? [])].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return sorted[0]?.[0] ?? key;
}

const fewestAnswers = 2;

/**
 * The phrases that set each theme apart: log-odds with an informative Dirichlet prior.
 *
 * With y_w the answers of the theme that hold phrase w, n all phrases of the theme, y′ and n′ those of
 * the others and α_w = α₀ p_w the prior: δ_w = log((y_w + α_w) / (n + α₀ − y_w − α_w)) less the same of
 * the others; z = δ_w / √(1/(y_w + α_w) + 1/(y′_w + α_w)).
 *
 * @param texts with their terms and themes
 * @param k number of themes
 * @param most phrases a theme
 * @returns by theme, the strongest first; a single word that lies in a stronger phrase is left out
 * @remarks Missing data: a phrase of one answer alone is none. One theme has nothing to be set apart from: its phrases are
 *   the most frequent ones, with z = 0.
 * @throws never.
 * @see Monroe, B. L., Colaresi, M. P. & Quinn, K. M. (2008). Fightin' words. Political Analysis 16(4),
 *   372–403. doi:10.1093/pan/mpn018, equations 15–22
 */
export function keyPhrases(texts: readonly ThemedText[], k: number, most = 8): KeyPhrase[][] {
  const { within, overall, forms } = count(texts, k);
  const total = [...overall.values()].reduce((sum, n) => sum + n, 0);
  const prior = Math.sqrt(total);
  return within.map((own) => {
    const n = [...own.values()].reduce((sum, value) => sum + value, 0);
    const isOnly = k === 1;
    const scored = [...own]
      .filter(([, y]) => y >= fewestAnswers)
      .map(([key, y]) => {
        const all = overall.get(key) ?? 0;
        const a = (prior * all) / total;
        const odds = (part: number, whole: number) =>
          Math.log((part + a) / (whole + prior - part - a));
        const delta = odds(y, n) - odds(all - y, total - n);
        const z = isOnly ? 0 : delta / Math.sqrt(1 / (y + a) + 1 / (all - y + a));
        return { key, answers: y, z };
      })
      .filter(({ z }) => isOnly || z > 0)
      .sort(
        (a, b) => b.z - a.z || (isOnly ? b.answers - a.answers : 0) || byCodeUnits(a.key, b.key),
      );
    const kept: typeof scored = [];
    for (const phrase of scored) {
      if (kept.length === most) break;
      const isPart = kept.some(
        ({ key }) =>
          ` ${key} `.includes(` ${phrase.key} `) || ` ${phrase.key} `.includes(` ${key} `),
      );
      if (!isPart) kept.push(phrase);
    }
    return kept.map(({ key, answers, z }) => ({
      text: commonest(forms.get(key), key),
      answers,
      z,
    }));
  });
}
