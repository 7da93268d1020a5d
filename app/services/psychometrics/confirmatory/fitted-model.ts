import type { Rmsea } from '#analysis/models/fit/rmsea.ts';

export type FittedParameter = {
  lhs: string;
  op: string;
  rhs: string;
  isFree: boolean;
  estimate: number;
  standardError: number;
  p: number | null;
  standardised: number;
  /** Of the standardised value; null where only the other is known. */
  standardisedError: number | null;
};

export type VariantName = 'standard' | 'scaled' | 'robust';

export type FittedVariant = {
  name: VariantName;
  chiSquare?: number | undefined;
  p?: number | undefined;
  cfi?: number | undefined;
  tli?: number | undefined;
  rmsea?: Rmsea | undefined;
};

export type FactorQuality = {
  factor: string;
  items: readonly string[];
  averageVariance: number;
  compositeReliability: number;
  omega: number;
  /** Fornell–Larcker; null for a single factor. */
  isDistinct: boolean | null;
};

export type ModelWarningOf = { code: string; items: readonly string[] };

/** A fitted model, the same for continuous and for ordered items. */
export type FittedModel = {
  n: number;
  items: readonly string[];
  factors: readonly string[];
  parameters: readonly FittedParameter[];
  degreesOfFreedom: number;
  variants: readonly FittedVariant[];
  srmr: number;
  information: { aic: number; bic: number } | null;
  quality: readonly FactorQuality[];
  htmt: { factors: readonly string[]; values: readonly (readonly number[])[] } | null;
  modifications: readonly {
    lhs: string;
    op: string;
    rhs: string;
    index: number;
    expectedChange: number;
  }[];
  warnings: readonly ModelWarningOf[];
};
