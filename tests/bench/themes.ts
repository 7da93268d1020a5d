import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { measureSuggestions } from '#analysis/themes/coding/measure-suggestions.ts';
import { adjustedRandIndex } from '#analysis/agreement/adjusted-rand-index.ts';
import { findThemes } from '#analysis/themes/find-themes.ts';
import { normalisedMutualInformation } from '#analysis/agreement/normalised-mutual-information.ts';
import { measureSpeed } from './themes-speed.ts';

/**
 * `npm run bench:themes [-- FOLDER]`: themes and suggestions on labelled corpora beside what scikit-learn
 * reaches on them. The true number of labels is given; an answer that is set aside is of a group of its
 * own; means over seeds 1 to 3, default settings.
 */
const folder = process.argv[2] ?? '../shared/fixtures/themes';
const seeds = [1, 2, 3];

/** Corpus, language, and the normalised mutual information that is to be reached. */
const corpora = [
  ['nhs-phase1', 'en', 0.118],
  ['nhs-v6-single', 'en', 0.29],
  ['banking77', 'en', 0.64],
  ['sib200-eng', 'en', 0.25],
  ['sib200-spa', 'es', 0.2],
  ['sib200-deu', 'de', 0.2],
  ['sib200-rus', 'ru', 0.21],
  ['sib200-tur', 'tr', 0.24],
  ['sib200-arb', 'ar', 0.24],
  ['sib200-zho', 'zh', 0.21],
] as const;

type Row = { text: string; label: string };
type Baselines = Record<string, Record<string, { nmi?: number; ari?: number } | number>>;

const names: Record<string, string> = {
  'nhs-phase1': 'pxt_phase1_label',
  'nhs-v6-single': 'pxt_v6_single',
  banking77: 'banking77_test',
  'sib200-eng': 'sib200_eng',
  'sib200-spa': 'sib200_spa',
};

const read = (corpus: string): Row[] =>
  parse(readFileSync(`${folder}/prepared/${corpus}.csv`), { columns: true });

const textOf = ({ text }: Row) => text;

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

function best(baselines: Baselines, corpus: string, index: 'nmi' | 'ari'): string {
  const methods = Object.values(baselines[names[corpus] ?? ''] ?? {});
  const values = methods.flatMap((method) =>
    typeof method === 'object' && method[index] !== undefined ? [method[index]] : [],
  );
  return values.length === 0 ? '–' : Math.max(...values).toFixed(3);
}

function themesOf(corpus: string, language: string, bar: number, baselines: Baselines): string[] {
  const rows = read(corpus);
  const texts = rows.map(({ text }) => text);
  const labels = rows.map(({ label }) => label);
  const k = new Set(labels).size;
  const runs = seeds.map((seed) => {
    const begun = performance.now();
    const { assignments } = findThemes({ texts, language, k, seed });
    const seconds = (performance.now() - begun) / 1000;
    const groups = assignments.map((theme) => theme ?? -1);
    const nmi = normalisedMutualInformation(groups, labels);
    return { nmi, ari: adjustedRandIndex(groups, labels), seconds };
  });
  const nmi = mean(runs.map((run) => run.nmi));
  return [
    ...[corpus, String(texts.length), String(k), nmi.toFixed(3), bar.toFixed(3)],
    ...[(nmi / bar).toFixed(2), best(baselines, corpus, 'nmi')],
    ...[mean(runs.map(({ ari }) => ari)).toFixed(3), best(baselines, corpus, 'ari')],
    mean(runs.map(({ seconds }) => seconds)).toFixed(1),
  ];
}

function suggestionsOf(corpus: string, language: string, train: number): string[] {
  const rows = read(corpus);
  const found = seeds.map((seed) =>
    measureSuggestions({
      ...{ texts: rows.map(({ text }) => text), codes: rows.map(({ label }) => label) },
      ...{ language, train, seed },
    }),
  );
  const shares = [mean(found.map(({ accuracy }) => accuracy)), mean(found.map(({ top3 }) => top3))];
  return [corpus, String(train), ...shares.map((share) => share.toFixed(3))];
}

const print = (cells: readonly string[]) => process.stdout.write(`${cells.join('\t')}\n`);

if (existsSync(`${folder}/prepared`)) {
  const baselines = JSON.parse(readFileSync(`${folder}/baselines.json`, 'utf8')) as Baselines;
  print(['comments', 'k found', 'seconds (limit 10)', 'scikit-learn']);
  print(measureSpeed(['nhs-phase1', 'nhs-v6-single'].flatMap((name) => read(name)).map(textOf)));
  print(['corpus', 'n', 'k', 'nmi', 'bar', 'ratio', 'best-nmi', 'ari', 'best-ari', 'seconds']);
  for (const [corpus, language, bar] of corpora) print(themesOf(corpus, language, bar, baselines));
  print(['corpus', 'train', 'accuracy', 'top3']);
  for (const [corpus, language] of [
    ['nhs-phase1', 'en'],
    ['nhs-v6-single', 'en'],
    ['sib200-eng', 'en'],
    ['sib200-spa', 'es'],
    ['sib200-zho', 'zh'],
  ] as const) {
    for (const train of [50, 500]) print(suggestionsOf(corpus, language, train));
  }
} else {
  process.stdout.write(`${folder} is not there: nothing was measured\n`);
}
