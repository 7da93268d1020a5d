import { chiSquareP } from '../../numeric/chi-square-p.ts';
import { incrementalFit, type TestStatistic } from './incremental-fit.ts';
import { rmsea, type Rmsea, type RmseaInput } from './rmsea.ts';

export interface FitVariant {
  readonly cfi: number | undefined;
  readonly tli: number | undefined;
  readonly rmsea: Rmsea | undefined;
}

export interface ScaledTest {
  readonly chiSquare: number;
  readonly degreesOfFreedom: number;
  readonly p: number | undefined;
  readonly scalingFactor: number;
}

/** Indices that follow from the test statistics of a model and its baseline. */
export interface ChiSquareFit {
  readonly plain: FitVariant;
  readonly scaled:
    (FitVariant & { readonly test: ScaledTest; readonly baseline: ScaledTest }) | undefined;
  readonly robust: FitVariant | undefined;
}

function scaledTest({ chiSquare, degreesOfFreedom, scalingFactor = 1 }: TestStatistic): ScaledTest {
  const scaled = chiSquare / scalingFactor;
  const p = degreesOfFreedom > 0 ? chiSquareP(Math.max(scaled, 0), degreesOfFreedom) : undefined;
  return { chiSquare: scaled, degreesOfFreedom, p, scalingFactor };
}

/**
 * CFI, TLI and RMSEA of a model, plain, scaled and robust.
 *
 * See `incrementalFit` and `rmsea`; robust indices may have statistics of their own.
 *
 * @param model, baseline their statistics; scaled and robust indices need scaling factors above zero.
 * @param size N and the number of groups.
 * @param robust statistics for the robust indices, default: the same.
 * @returns the three variants; the scaled and robust ones undefined without scaling factors.
 * @remarks Missing data: in the statistics.
 * @throws never.
 * @see Brosseau-Liard, P. E., Savalei, V. (2014). https://doi.org/10.1080/00273171.2014.933697. Reference
 *   values: lavaan 0.6-14 `fitMeasures`.
 */
export function chiSquareFit(
  model: TestStatistic,
  baseline: TestStatistic,
  { n, groups }: Pick<RmseaInput, 'n' | 'groups'>,
  robust: { readonly model: TestStatistic; readonly baseline: TestStatistic } = { model, baseline },
): ChiSquareFit {
  const variant = (m: TestStatistic, b: TestStatistic, name: 'scaled' | 'robust'): FitVariant => ({
    ...incrementalFit(m, b, name),
    rmsea: rmsea({ ...m, n, groups }, name),
  });
  const unscaled = ({ chiSquare, degreesOfFreedom }: TestStatistic) => ({
    chiSquare,
    degreesOfFreedom,
  });
  const plain = variant(unscaled(model), unscaled(baseline), 'scaled');
  const isScaled = (model.scalingFactor ?? 0) > 0 && (baseline.scalingFactor ?? 0) > 0;
  if (!isScaled) return { plain, scaled: undefined, robust: undefined };
  return {
    plain,
    scaled: {
      ...variant(model, baseline, 'scaled'),
      test: scaledTest(model),
      baseline: scaledTest(baseline),
    },
    robust: variant(robust.model, robust.baseline, 'robust'),
  };
}
