import type { Instrument } from '#surveys/model/instrument.ts';
import { modelNames } from './model-names.ts';

/** Factors of fewer items are not told apart from their items' errors. */
const fewestItems = 2;

/** A scale by its id and items. */
export type ScaleItems = { id: string; items: readonly string[] };

export type ScaleModel = {
  text: string;
  /** Items of each factor, by their names in the text. */
  factors: readonly (readonly string[])[];
  /** The scale that each factor stands for. */
  scaleIds: readonly string[];
};

/** Subscales that hold every item once. */
function partsOf(instrument: Instrument, { id, items }: ScaleItems) {
  const parts = instrument.scales.filter(({ subscaleOf }) => subscaleOf === id);
  const held = parts.flatMap((part) => part.items);
  const isWhole =
    held.length === items.length && items.every((item) => held.includes(item)) && parts.length > 1;
  return isWhole && parts.every((part) => part.items.length >= fewestItems) ? parts : null;
}

/** The model a scale claims: its subscales as correlated factors, or one factor of all its items. */
export function scaleModel(instrument: Instrument, scale: ScaleItems): ScaleModel {
  const names = modelNames(instrument.items.map(({ id }) => id));
  const parts: readonly ScaleItems[] = partsOf(instrument, scale) ?? [scale];
  const factors = parts.map(({ items }) => items.map((item) => names.get(item) ?? item));
  const lines = factors.map((items, index) => `factor.${index + 1} =~ ${items.join(' + ')}`);
  return { text: lines.join('\n'), factors, scaleIds: parts.map(({ id }) => id) };
}

/** One factor of two items has more unknowns than the answers can settle. */
export const isTestable = ({ factors }: ScaleModel): boolean =>
  factors.every((items) => items.length >= (factors.length > 1 ? fewestItems : 3));
