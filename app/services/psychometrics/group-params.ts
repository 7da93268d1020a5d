import { dimensionLabel, levelLabel } from '../results/wording.ts';
import type { AnalysisReader } from './reader.server.ts';
import type { AnalysedStudy, Field } from './study-analysis.ts';

export type AnalysedDimension = AnalysedStudy['dimensions'][number];

/** The dimension of the address; the first one where it names none of this study. */
export function readDimension(
  { dimensions }: Pick<AnalysedStudy, 'dimensions'>,
  search: URLSearchParams,
): AnalysedDimension | null {
  return dimensions.find(({ id }) => id === search.get('by')) ?? dimensions[0] ?? null;
}

/** The levels whose score on a scale may be shown; null where fewer than two are left. */
export function withShownScores(
  dimension: AnalysedDimension | null,
  scaleId: string,
): AnalysedDimension | null {
  const levels = (dimension?.levels ?? []).filter((one) => !one.hiddenScales.includes(scaleId));
  return dimension && levels.length > 1 ? { ...dimension, levels } : null;
}

export function dimensionField(
  reader: AnalysisReader,
  { dimensions }: Pick<AnalysedStudy, 'dimensions'>,
  chosen: AnalysedDimension | null,
): Field[] {
  if (!chosen) return [];
  const options = dimensions.map(({ id }) => ({ value: id, label: dimensionLabel(reader, id) }));
  const label = reader.say('field.by');
  return [{ kind: 'select', name: 'by', label, value: chosen.id, options }];
}

/** Two different levels of the address; the first two where it does not name them. */
export function readLevels(
  dimension: AnalysedDimension | null,
  search: URLSearchParams,
): readonly [reference: string, focal: string] {
  const levels = (dimension?.levels ?? []).map(({ level }) => level);
  const named = (name: string) => levels.find((level) => level === search.get(name));
  const reference = named('reference') ?? levels.find((level) => level !== named('focal')) ?? '';
  const focal = named('focal');
  const other = levels.find((level) => level !== reference) ?? '';
  return [reference, focal === undefined || focal === reference ? other : focal];
}

/** Whether the address names one level twice. */
export function isSameLevel(dimension: AnalysedDimension | null, search: URLSearchParams): boolean {
  const focal = search.get('focal');
  const isKnown = dimension?.levels.some(({ level }) => level === focal) ?? false;
  return isKnown && search.get('reference') === focal;
}

export function levelField(
  reader: AnalysisReader,
  { study, dimensions }: AnalysedStudy,
  dimension: AnalysedDimension | null,
  name: 'reference' | 'focal',
  value: string,
): Field[] {
  if (!dimension) return [];
  const elsewhere = dimensions
    .filter(({ id }) => id !== dimension.id)
    .flatMap(({ levels }) => levels.map(({ level }) => level));
  const options = dimension.levels.map(({ level }) => ({
    value: level,
    label: levelLabel(reader, study, dimension.id, level),
  }));
  const label = reader.say(`field.${name}`);
  return [{ kind: 'select', name, label, value, options, elsewhere }];
}
