import { leafScales } from '../leaf-scales.ts';
import type { AnalysedStudy } from '../study-analysis.ts';
import { modelWords } from './model-words.ts';

/** The structure that the instrument claims: its subscales as factors, or one factor of all items. */
export function defaultModel(analysed: AnalysedStudy): string {
  const { nameOf, scaleName } = modelWords(analysed);
  const all = analysed.study.instrument.items.map(({ id }) => id);
  const formula = (factor: string, items: readonly string[]) =>
    `${factor} =~ ${items.map(nameOf).join(' + ')}`;
  const claimed = leafScales(analysed, all).filter(({ items }) => items.length > 1);
  if (claimed.length === 0) return formula('factor', all);
  return claimed.map(({ id, items }) => formula(scaleName(id), items)).join('\n');
}
