import type { Instrument } from '#surveys/model/instrument.ts';
import { modelNames } from './model-names.ts';

/** What model texts call the factors that stand for scales; an item keeps its name where a scale is called alike. */
export function scaleNames({ items, scales }: Instrument): ReadonlyMap<string, string> {
  const taken = new Set(modelNames(items.map(({ id }) => id)).values());
  return new Map(
    [...modelNames(scales.map(({ id }) => id))].map(([id, name]) => {
      return [id, taken.has(name) ? `${name}.scale` : name];
    }),
  );
}
