import { cosminCutOffs, huBentlerCutOffs, type FitIndex } from '#surveys/evidence/verdicts.ts';
import type { FittedModel, FittedVariant } from './fitted-model.ts';

/** Each index by the two sets of cut-offs. */
export function judge(index: FitIndex, value: number | null | undefined) {
  if (value === null || value === undefined) return undefined;
  return { huBentler: huBentlerCutOffs[index](value), cosmin: cosminCutOffs[index](value) };
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
