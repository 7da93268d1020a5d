import type { AnalysisReader } from './reader.server.ts';
import type { AnalysedScale, AnalysedStudy, Field } from './study-analysis.ts';

/** The scale of the address; the first one where it names none of this study. */
export function readScale({ scales }: AnalysedStudy, search: URLSearchParams): AnalysedScale {
  const scale = scales.find(({ id }) => id === search.get('scale')) ?? scales[0];
  if (!scale) throw new Error('an instrument has a scale');
  return scale;
}

export function scaleField(
  { say }: AnalysisReader,
  { scales }: AnalysedStudy,
  { id }: AnalysedScale,
): Field {
  const options = scales.map((scale) => ({ value: scale.id, label: scale.title }));
  return { kind: 'select', name: 'scale', label: say('field.scale'), value: id, options };
}
