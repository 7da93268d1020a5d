import { modelNames } from '../model-names.ts';
import { scaleNames } from '../scale-names.ts';
import type { AnalysedStudy } from '../study-analysis.ts';

export type ModelWords = {
  /** Undefined where the name is no item. */
  itemOf: (name: string) => string | undefined;
  /** Title of the scale that a factor is called after; else the name itself. */
  factorTitle: (name: string) => string;
};

/** How items and scales are called in model texts, and back. */
export function modelWords({ study, scales }: AnalysedStudy): ModelWords {
  const itemIds = study.instrument.items.map(({ id }) => id);
  const items = modelNames(itemIds);
  const itemOf = new Map(itemIds.map((id) => [items.get(id) ?? id, id]));
  const names = scaleNames(study.instrument);
  const titles = new Map(scales.map(({ id, title }) => [names.get(id) ?? id, title]));
  return {
    itemOf: (name) => itemOf.get(name),
    factorTitle: (name) => titles.get(name) ?? name,
  };
}
