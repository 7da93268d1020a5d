import type { FittedModel, FittedVariant } from './fitted-model.ts';

export type Index = 'cfi' | 'tli' | 'rmsea' | 'srmr';

/** Hu and Bentler (1999), https://doi.org/10.1080/10705519909540118: all of them together. */
const huBentler: Record<Index, (value: number) => boolean> = {
  cfi: (value) => value >= 0.95,
  tli: (value) => value >= 0.95,
  rmsea: (value) => value <= 0.06,
  srmr: (value) => value <= 0.08,
};

/** COSMIN (Prinsen et al. 2018, https://doi.org/10.1007/s11136-018-1798-3): one of them is enough. */
const cosmin: Record<Index, (value: number) => boolean> = {
  cfi: (value) => value > 0.95,
  tli: (value) => value > 0.95,
  rmsea: (value) => value < 0.06,
  srmr: (value) => value < 0.08,
};

export function judge(index: Index, value: number | null | undefined) {
  if (value === null || value === undefined) return undefined;
  return { huBentler: huBentler[index](value), cosmin: cosmin[index](value) };
}

/** The variant that the cut-offs fit best: robust, else scaled, else standard. */
export function judgedVariant({ variants }: FittedModel): FittedVariant | undefined {
  const known = variants.filter(({ cfi }) => typeof cfi === 'number');
  const order = ['robust', 'scaled', 'standard'] as const;
  return order.flatMap((name) => known.filter((variant) => variant.name === name))[0];
}

/** Undefined where the model fits any answers and cannot be judged. */
export function judgeModel(model: FittedModel) {
  const variant = judgedVariant(model);
  if (!variant || model.degreesOfFreedom <= 0) return undefined;
  const found = [
    judge('cfi', variant.cfi),
    judge('tli', variant.tli),
    judge('rmsea', variant.rmsea?.estimate),
    judge('srmr', model.srmr),
  ].flatMap((one) => one ?? []);
  return {
    variant,
    huBentler: found.every((one) => one.huBentler),
    cosmin: found.some((one) => one.cosmin),
  };
}
