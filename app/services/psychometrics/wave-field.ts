import type { ResultsFrame } from '../results/present-frame.ts';
import type { AnalysisReader } from './reader.server.ts';
import type { Field } from './study-analysis.ts';

/** Nothing to choose where there is one wave, unless another is named. */
export function waveField(
  { t }: AnalysisReader,
  { waves, wave }: Pick<ResultsFrame, 'waves' | 'wave'>,
  search: URLSearchParams,
): Field[] {
  const options = waves.map(({ number, name }) => ({ value: String(number), label: name }));
  const named = search.get('wave') ?? '';
  if (waves.length < 2 && (named === '' || options.some(({ value }) => value === named))) return [];
  const value = String(wave?.number ?? '');
  return [{ kind: 'select', name: 'wave', label: t('filter.wave'), value, options }];
}
