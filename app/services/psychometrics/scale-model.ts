import type { Instrument } from '#surveys/model/instrument.ts';
import { leafScales } from './leaf-scales.ts';
import { modelNames } from './model-names.ts';
import { scaleNames } from './scale-names.ts';

/** Factors of fewer items are not told apart from their items' errors. */
const fewestItems = 2;

/** A scale by its id and items. */
export type ScaleItems = { id: string; items: readonly string[] };

export type ScaleModel = {
  text: string;
  /** What the text calls each factor. */
  names: readonly string[];
  /** Items of each factor, by their names in the text. */
  factors: readonly (readonly string[])[];
  /** The scale that each factor stands for. */
  scaleIds: readonly string[];
};

/** Scales without subscales that hold every item once; of the whole instrument, every item of a scale. */
function partsOf(instrument: Instrument, scale: ScaleItems | null): readonly ScaleItems[] | null {
  const items = scale?.items ?? instrument.items.map(({ id }) => id);
  const parts = leafScales(instrument, items).filter((part) => part.items.length >= fewestItems);
  const held = parts.flatMap((part) => part.items);
  const once = new Set(held);
  const isWhole = scale === null || items.every((item) => once.has(item));
  return parts.length > 0 && held.length === once.size && isWhole ? parts : null;
}

/**
 * The model that a scale claims, or the whole instrument where none is given: subscales as correlated
 * factors, or one factor of all items.
 */
export function scaleModel(instrument: Instrument, scale: ScaleItems | null): ScaleModel {
  const itemIds = instrument.items.map(({ id }) => id);
  const itemName = modelNames(itemIds);
  const scaleName = scaleNames(instrument);
  const whole = scale ?? { id: '', items: itemIds };
  const parts = partsOf(instrument, scale) ?? [whole];
  const factor = [...itemName.values()].includes('factor') ? 'factor.scale' : 'factor';
  const names = parts.map(({ id }) => scaleName.get(id) ?? factor);
  const factors = parts.map(({ items }) => items.map((item) => itemName.get(item) ?? item));
  const lines = factors.map((items, at) => `${names[at] ?? ''} =~ ${items.join(' + ')}`);
  return { text: lines.join('\n'), names, factors, scaleIds: parts.map(({ id }) => id) };
}

/** One factor of two items has more unknowns than the answers can settle. */
export const isTestable = ({ factors }: Pick<ScaleModel, 'factors'>): boolean =>
  factors.every((items) => items.length >= (factors.length > 1 ? fewestItems : 3));
