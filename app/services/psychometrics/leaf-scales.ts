import type { Instrument } from '#surveys/model/instrument.ts';

/** Scales without subscales whose items are all among those given: the factors that an instrument claims. */
export function leafScales({ scales }: Instrument, items: readonly string[]): Instrument['scales'] {
  const parents = new Set(scales.map(({ subscaleOf }) => subscaleOf));
  return scales.filter(
    (scale) => !parents.has(scale.id) && scale.items.every((item) => items.includes(item)),
  );
}
