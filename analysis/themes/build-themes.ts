import { seededGenerator } from '../numeric/seeded-generator.ts';
import { clusterDocuments, type Documents } from './cluster-documents.ts';
import { countThemes } from './count-themes.ts';
import { describeThemes } from './describe-themes.ts';
import { countTerms } from './features/count-terms.ts';
import { documentFeatures } from './features/document-features.ts';
import { proposeMerges } from './propose-merges.ts';
import { groupTexts, type TextGroup } from './text/group-texts.ts';
import { isWithoutContent } from './text/is-without-content.ts';
import { themeStability } from './theme-stability.ts';
import type { ThemeQuestion, ThemeResult, ThemeWarning } from './theme-types.ts';

/** Small themes for one intended; ours, measured in `tests/analysis/themes/small-themes.test.ts`. */
const finer = 2.5;

function prepare(groups: readonly TextGroup[], seed: number): Documents {
  const weights = Float64Array.from(groups, ({ rows }) => rows.length);
  const stems = groups.map(({ terms }) => terms.map(({ stem }) => stem));
  const terms = countTerms(stems, weights);
  const random = seededGenerator(seed);
  return { counts: terms.counts, weights, features: documentFeatures(terms, weights, random) };
}

const isAlone = ({ counts }: Documents, index: number) =>
  counts.starts[index] === counts.starts[index + 1];

/**
 * Themes of texts whose languages are known, as in `findThemes`.
 *
 * See the functions composed; seeds of the parts are seed, seed + 1, …
 *
 * @param question as there
 * @param languageOf BCP 47 tag of each row.
 * @returns as there.
 * @remarks Missing data: as there. Texts of two languages are never duplicates of each other.
 * @throws what `progress` throws.
 * @see the parts.
 */
export function buildThemes(
  question: ThemeQuestion,
  languageOf: (row: number) => string,
): ThemeResult {
  const { texts, seed, people, grain } = question;
  const all = texts.map((_, row) => row);
  const setAside = all
    .filter((row) => isWithoutContent(texts[row] ?? '', languageOf(row)))
    .map((row) => ({ row, reason: 'no-content' as const }));
  const left = new Set(all);
  for (const { row } of setAside) left.delete(row);
  const groups = groupTexts(texts, languageOf, [...left]);
  const assignments: (number | null)[] = texts.map(() => null);
  const documents = prepare(groups, seed);
  const unsure = groups
    .flatMap(({ rows }, index) => (isAlone(documents, index) ? rows : []))
    .sort((a, b) => a - b);
  const repeated = groups.flatMap(({ rows }) => rows.slice(1)).sort((a, b) => a - b);
  const coverage = {
    ...{ rows: texts.length, withTheme: left.size, setAside: setAside.length },
    ...{ unsure: unsure.length, repeated: repeated.length },
    people: people ? new Set([...left].flatMap((row) => people[row] ?? [])).size : null,
  };
  const nothing = { k: 0, assignments, themes: [], merges: [], curve: [] };
  const fewer = (asked: number, found: number): ThemeWarning[] =>
    found < asked ? [{ code: 'fewer-themes', asked, found }] : [];
  if (groups.length === 0) {
    const warnings = question.k === 'auto' ? [] : fewer(question.k, 0);
    return { ...nothing, setAside, unsure, repeated, coverage, warnings };
  }
  const counted =
    question.k === 'auto'
      ? countThemes(documents, seededGenerator(seed + 1), question.progress)
      : { k: question.k, curve: [] };
  const k = grain === 'small' ? Math.ceil(finer * counted.k) : counted.k;
  const labels = clusterDocuments(documents, k, seededGenerator(seed + 2));
  const stability = themeStability(documents, labels, seededGenerator(seed + 3));
  for (const [index, { rows }] of groups.entries()) {
    for (const row of rows) assignments[row] = labels[index] ?? 0;
  }
  return {
    ...{ k: stability.length, assignments, setAside, unsure, coverage },
    ...{ repeated, curve: counted.curve },
    warnings: question.k === 'auto' ? [] : fewer(k, stability.length),
    themes: describeThemes(question, groups, documents, labels, stability),
    merges: grain === 'small' ? proposeMerges(documents, labels, counted.k) : [],
  };
}
