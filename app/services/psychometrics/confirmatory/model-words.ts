import { modelNames } from '../model-names.ts';
import type { AnalysedStudy } from '../study-analysis.ts';

export type ModelWords = {
  nameOf: (itemId: string) => string;
  scaleName: (scaleId: string) => string;
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
  // An item keeps the name of its column where a scale is called alike.
  const free = (name: string) => (itemOf.has(name) ? `${name}.scale` : name);
  const scaleNames = new Map(
    [...modelNames(scales.map(({ id }) => id))].map(([id, name]) => [id, free(name)]),
  );
  const titles = new Map(scales.map(({ id, title }) => [scaleNames.get(id) ?? id, title]));
  return {
    nameOf: (id) => items.get(id) ?? id,
    scaleName: (id) => scaleNames.get(id) ?? id,
    itemOf: (name) => itemOf.get(name),
    factorTitle: (name) => titles.get(name) ?? name,
  };
}
