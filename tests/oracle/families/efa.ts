import { Matrix } from 'ml-matrix';
import { z } from 'zod';
import { correlationOfItems } from '#analysis/correlations/correlation-of-items.ts';
import {
  exploratoryFactorAnalysis,
  type ExploratorySolution,
} from '#analysis/psychometrics/exploratory/exploratory-factor-analysis.ts';
import type { ExploratoryFit } from '#analysis/psychometrics/exploratory/exploratory-fit.ts';
import { factorScoreWeights } from '#analysis/psychometrics/exploratory/factor-score-weights.ts';
import type { Rotation } from '#analysis/psychometrics/exploratory/rotate.ts';
import { seededGenerator } from '#analysis/numeric/seeded-generator.ts';
import { completeRows } from '#analysis/table/complete-rows.ts';
import { itemMatrix, type ItemMatrix } from '#analysis/table/item-matrix.ts';
import { alignColumns, alignSolution, findAlignment } from '../align-factors.ts';
import type { OracleFamily } from '../family.ts';
import { isNamedMatrix, isRecord, type NamedMatrix, type Tree } from '../tree.ts';

const optionsSchema = z.object({
  items: z.array(z.string()),
  nfactors: z.number(),
  reverse: z.array(z.string()).optional(),
  min_category: z.number().nullish(),
  max_category: z.number().nullish(),
  correlation: z.string(),
});

type Solved = Extract<ExploratorySolution, { ok: true }>;

interface Problem {
  rows: ItemMatrix;
  correlation: Matrix;
  q: number;
}

function solve(
  { rows, correlation, q }: Problem,
  method: 'minres' | 'ml' | 'paf',
  rotation: Rotation,
  options: { kaiser?: boolean; randomStarts?: number; varimaxTolerance?: number } = {},
): Solved {
  const generator = seededGenerator(1);
  const solution = exploratoryFactorAnalysis(correlation, rows.n, {
    ...{ factors: q, method, rotation, generator },
    ...options,
  });
  if (!solution.ok) throw new Error(solution.reason);
  return solution;
}

const factors = (q: number) => Array.from({ length: q }, (_, m) => `F${m + 1}`);

function named({ names }: ItemMatrix, matrix: Matrix): NamedMatrix {
  return { rows: [...names], cols: factors(matrix.columns), values: matrix.to2DArray() };
}

function byItem({ names }: ItemMatrix, values: readonly number[]): Record<string, number> {
  return Object.fromEntries(names.map((name, i) => [name, values[i] ?? NaN]));
}

function rotated({ rows }: Problem, solution: Solved, isOblique: boolean): Tree {
  return {
    loadings: named(rows, solution.loadings),
    ss_loadings: solution.sumsOfSquares,
    complexity_hofmann: byItem(rows, solution.complexity),
    ...(isOblique && {
      phi: { values: solution.phi.to2DArray() },
      structure: named(rows, solution.structure),
    }),
  };
}

function fitTree({ rows }: Problem, solution: Solved): Tree {
  const fit: ExploratoryFit = solution.fit;
  return {
    communalities: byItem(rows, solution.communalities),
    uniquenesses: byItem(rows, solution.uniquenesses),
    objective: fit.objective,
    chisq_likelihood: fit.chiSquare,
    dof: fit.degreesOfFreedom,
    p: fit.p,
    chisq_empirical: fit.empiricalChiSquare,
    rmsea: fit.rmsea,
    rmsea_ci90: fit.rmseaInterval90,
    tli: fit.tli,
    bic: fit.bic,
    rmsr: fit.rmsr,
    rmsr_df_corrected: fit.rmsrCorrected,
    fit_off: fit.offDiagonalFit,
  };
}

/** psych::fa: oblimin raw from the unrotated axes; its promax normalises first, as ours does. */
function psychTree(problem: Problem, method: 'minres' | 'ml' | 'paf'): Tree {
  const isAlone = problem.q === 1;
  const at = (rotation: Rotation, kaiser = false) =>
    solve(problem, method, rotation, { kaiser, varimaxTolerance: 1e-5 });
  const none = at('none');
  return {
    fit: fitTree(problem, none),
    rotations: {
      none: rotated(problem, none, false),
      ...(!isAlone && {
        varimax: rotated(problem, at('varimax', true), false),
        oblimin: rotated(problem, at('oblimin'), true),
        promax: rotated(problem, at('promax', true), true),
      }),
    },
  };
}

function oblique({ rows }: Problem, solution: Solved): Tree {
  return {
    loadings: named(rows, solution.loadings),
    phi: { values: solution.phi.to2DArray() },
    criterion: solution.criterion,
  };
}

function factanalTree(problem: Problem): Tree {
  const { rows } = problem;
  const at = (rotation: Rotation, options = {}) => solve(problem, 'ml', rotation, options);
  const none = at('none');
  const { fit } = none;
  const promax = at('promax', { kaiser: false });
  return {
    loadings_unrotated: named(rows, none.loadings),
    uniquenesses: byItem(rows, none.uniquenesses),
    chisq_bartlett_corrected: fit.chiSquare,
    dof: fit.degreesOfFreedom,
    p: fit.p,
    criterion: fit.objective,
    varimax_kaiser: named(rows, at('varimax', { kaiser: true }).loadings),
    varimax_raw: named(rows, at('varimax').loadings),
    promax_m4_from_kaiser_varimax: named(rows, promax.loadings),
    promax_phi: { values: promax.phi.to2DArray() },
    oblimin_gam0_raw: oblique(problem, at('oblimin', { randomStarts: 6 })),
    oblimin_gam0_kaiser: oblique(problem, at('oblimin', { kaiser: true, randomStarts: 6 })),
    geominQ_delta01_identity_start: oblique(problem, at('geomin')),
  };
}

function scoresTree(problem: Problem): Tree {
  const { rows, correlation } = problem;
  const k = rows.names.length;
  const answers = Matrix.from1DArray(rows.n, k, rows.values);
  const z = answers
    .clone()
    .center('column')
    .scale('column')
    .subMatrix(0, 4, 0, k - 1);
  const { loadings, phi } = solve(problem, 'minres', problem.q === 1 ? 'none' : 'oblimin');
  const scores = (method: 'thurstone' | 'ten-berge'): Tree => {
    const weights = factorScoreWeights(correlation, loadings, phi, method);
    return { values: weights ? z.mmul(weights).to2DArray() : [] };
  };
  return {
    rotation: problem.q === 1 ? 'minres' : 'minres + oblimin',
    loadings: named(rows, loadings),
    thurstone_first5: scores('thurstone'),
    // psych leaves the scaling out for one factor: diag() of a single number is an identity matrix in R
    tenBerge_first5: problem.q === 1 ? undefined : scores('ten-berge'),
  };
}

function at(tree: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>((node, key) => (isRecord(node) ? node[key] : undefined), tree);
}

/** A matrix of loadings on its own, turned to the expected one. */
function alignMatrix(expected: unknown, actual: Tree): Tree {
  if (!isNamedMatrix(expected) || !isNamedMatrix(actual)) return actual;
  const alignment = findAlignment(expected.values, actual.values);
  return { ...expected, rows: actual.rows, values: alignColumns(actual.values, alignment) };
}

function alignPsych(expected: unknown, actual: Tree): Tree {
  if (!isRecord(actual)) return actual;
  const methods = Object.entries(actual as Record<string, Tree>).map(([method, tree]) => {
    const turned = Object.entries(at(tree, 'rotations') as Record<string, Tree>).map(
      ([rotation, solution]) => {
        return [rotation, alignSolution(at(expected, method, 'rotations', rotation), solution)];
      },
    );
    return [
      method,
      { ...(tree as Record<string, Tree>), rotations: Object.fromEntries(turned) as Tree },
    ];
  });
  return Object.fromEntries(methods) as Tree;
}

function alignFactanal(expected: unknown, actual: Tree): Tree {
  if (!isRecord(actual)) return actual;
  const trees = actual as Record<string, Tree>;
  const promax = alignSolution(
    { loadings: at(expected, 'promax_m4_from_kaiser_varimax') },
    { loadings: trees['promax_m4_from_kaiser_varimax'], phi: trees['promax_phi'] },
  );
  const turned = Object.entries(trees).map(([key, value]) => {
    const wanted = at(expected, key);
    return [key, isNamedMatrix(value) ? alignMatrix(wanted, value) : alignSolution(wanted, value)];
  });
  return {
    ...(Object.fromEntries(turned) as Record<string, Tree>),
    promax_phi: (promax as Record<string, Tree>)['phi'],
  };
}

function alignScores(expected: unknown, actual: Tree): Tree {
  if (!isRecord(actual)) return actual;
  const turned = Object.entries(actual as Record<string, Tree>).map(([key, value]) => {
    const wanted = at(expected, key, 'values') as number[][] | undefined;
    const given = at(value, 'values') as number[][] | undefined;
    if (!wanted || !given) return [key, value];
    return [key, { values: alignColumns(given, findAlignment(wanted, given)) }];
  });
  return Object.fromEntries(turned) as Tree;
}

export const efa: OracleFamily = {
  compute: (table, given) => {
    const options = optionsSchema.parse(given);
    const rows = completeRows(
      itemMatrix(table, {
        items: options.items,
        reverse: options.reverse ?? [],
        minCategory: options.min_category ?? undefined,
        maxCategory: options.max_category ?? undefined,
      }),
    );
    const kind = options.correlation.startsWith('polychoric') ? 'polychoric' : 'pearson';
    const correlation = correlationOfItems(rows, kind);
    if (!correlation.ok) throw new Error(correlation.reason);
    const problem = { rows, correlation: correlation.matrix, q: options.nfactors };
    return {
      n: rows.n,
      psych: {
        minres: psychTree(problem, 'minres'),
        ml: psychTree(problem, 'ml'),
        pa: psychTree(problem, 'paf'),
      },
      factanal_ml: factanalTree(problem),
      factor_scores: scoresTree(problem),
    };
  },
  align: (expected, actual) => ({
    ...actual,
    psych: alignPsych(expected['psych'], actual['psych']),
    factanal_ml: alignFactanal(expected['factanal_ml'], actual['factanal_ml']),
    factor_scores: alignScores(expected['factor_scores'], actual['factor_scores']),
  }),
  tolerances: [
    [/phi/, 'phi'],
    [/^factanal_ml.*(loadings|varimax|promax|oblimin|geomin)/, 'loadings_ml'],
    [/^psych.*loadings|structure/, 'loadings_minres'],
    [/communalities|uniquenesses/, 'communalities'],
    [/chisq/, 'chisq_rel'],
  ],
};
