import { z } from 'zod';
import type { ParameterEstimate } from '#analysis/irt/item-parameters.ts';
import {
  reportGradedResponse,
  type GradedResponseReport,
} from '#analysis/irt/report-graded-response.ts';
import type { Table } from '#analysis/table/table.ts';
import type { OracleFamily } from '../family.ts';
import type { NamedMatrix, Tree } from '../tree.ts';

const optionsSchema = z.object({
  items: z.array(z.string()),
  reverse: z.array(z.string()).default([]),
  missing: z.string().optional(),
});

/** How many respondents the cases list. */
const LISTED = 100;
const mean = (values: ArrayLike<number>) =>
  Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
const crossProduct = (x: ArrayLike<number>, y: ArrayLike<number>) => {
  const [a, b] = [mean(x), mean(y)];
  return Array.from(x).reduce((sum, value, i) => sum + (value - a) * ((y[i] ?? NaN) - b), 0);
};
const sd = (x: ArrayLike<number>) => Math.sqrt(crossProduct(x, x) / (x.length - 1));

const named = (
  estimates: readonly ParameterEstimate[],
  of: (one: ParameterEstimate) => Tree,
  letter: string,
) => Object.fromEntries(estimates.map((one, c) => [`${letter}${c + 1}`, of(one)] as const));

function slopeIntercepts(report: GradedResponseReport): NamedMatrix {
  const most = Math.max(...report.items.map(({ intercepts }) => intercepts.length));
  return {
    rows: report.items.map(({ item }) => item),
    cols: ['a1', ...Array.from({ length: most }, (_, c) => `d${c + 1}`)],
    values: report.items.map(({ slope, intercepts }) => [
      slope.estimate,
      ...Array.from({ length: most }, (_, c) => intercepts[c]?.estimate ?? null),
    ]),
  };
}

function probabilities(report: GradedResponseReport): Tree {
  const levels = [-2, -1, 0, 1, 2];
  const entries = report.items.map(({ item }, i): [string, NamedMatrix] => {
    const rows = levels.map((level) => {
      return [
        ...(report.categoryProbabilities[i]?.[report.information.theta.indexOf(level)] ?? []),
      ];
    });
    const cols = (rows[0] ?? []).map((_, c) => `P.${c + 1}`);
    return [item, { rows: levels.map(String), cols, values: rows }];
  });
  return Object.fromEntries(entries);
}

function itemTree(report: GradedResponseReport): Tree {
  return Object.fromEntries(
    report.items.map(({ item, slope, thresholds }) => [
      item,
      {
        par: { a: slope.estimate, ...named(thresholds, ({ estimate }) => estimate, 'b') },
        se: {
          a: slope.standardError,
          ...named(thresholds, ({ standardError }) => standardError, 'b'),
        },
      },
    ]),
  );
}

function fitTree({ overallFit: c2, localDependence }: GradedResponseReport) {
  return {
    C2: c2.ok
      ? {
          ...{ M2: c2.chiSquare, df: c2.degreesOfFreedom, p: c2.p },
          ...{ RMSEA: c2.rmsea, RMSEA_5: c2.rmseaInterval[0], RMSEA_95: c2.rmseaInterval[1] },
          ...{ SRMSR: c2.srmsr, TLI: c2.tli, CFI: c2.cfi },
        }
      : undefined,
    max_abs_Q3: localDependence.largestAbsolute,
  };
}

/** Another program's estimates of the same model by the same principle, on coarser quadrature. */
function ltmTree(report: GradedResponseReport): Record<string, Tree> {
  return {
    logLik: report.logLik,
    items: Object.fromEntries(
      report.items.map(({ item, slope, thresholds }) => [
        item,
        { a: slope.estimate, ...named(thresholds, ({ estimate }) => estimate, 'b') },
      ]),
    ),
  };
}

function mirtTree(report: GradedResponseReport): Record<string, Tree> {
  const { scores, information, empiricalReliability: empirical } = report;
  const theta = information.theta.map((level) => level.toFixed(1));
  const first = (values: Float64Array) => [...values.subarray(0, LISTED)];
  return {
    ...{ logLik: report.logLik, aic: report.aic, bic: report.bic, npar: report.freeParameters },
    converged: true,
    items: itemTree(report),
    slope_intercept: slopeIntercepts(report),
    factor_loadings: Object.fromEntries(
      report.items.map((one) => [one.item, one.standardisedLoading]),
    ),
    item_information: {
      rows: theta,
      cols: report.items.map(({ item }) => item),
      values: theta.map((_, t) => information.items.map((row) => row[t] ?? null)),
    },
    test_information: Object.fromEntries(theta.map((level, t) => [level, information.test[t]])),
    category_probabilities_theta_m2_to_2: probabilities(report),
    ...fitTree(report),
    marginal_reliability: report.marginalReliability,
    empirical_reliability_eap: empirical.ok ? empirical.value : null,
    ...{ eap: first(scores.eap), eap_se: first(scores.eapSe) },
    ...{ map: first(scores.map), map_se: first(scores.mapSe) },
    ...{ eap_mean_all: mean(scores.eap), eap_sd_all: sd(scores.eap) },
    eap_sum_score_table: {
      sum_score: report.sumScoreTable.map(({ sumScore }) => sumScore),
      eap: report.sumScoreTable.map(({ eap }) => eap),
      se: report.sumScoreTable.map(({ se }) => se),
    },
  };
}

/** Simulated data carry the trait the answers were drawn from. */
function truthCorrelation(table: Table, { scores }: GradedResponseReport): Tree {
  const column = table.columns.get('theta');
  if (column?.kind !== 'number') return undefined;
  const truth = scores.rows.map((row) => column.values[row] ?? NaN);
  return (
    crossProduct(scores.eap, truth) /
    Math.sqrt(crossProduct(scores.eap, scores.eap) * crossProduct(truth, truth))
  );
}

export const irtGrm: OracleFamily = {
  compute: (table, given) => {
    const { missing, ...options } = optionsSchema.parse(given);
    const isListwise = missing === 'listwise';
    const report = reportGradedResponse(table, {
      ...options,
      missing: isListwise ? 'listwise' : 'full-information',
    });
    if (!report.ok) return {};
    return {
      n: report.n,
      mirt: mirtTree(report),
      ltm: ltmTree(report),
      loglik_check: {
        own_loglik_401_points_at_mirt_estimates: report.quadratureCheck?.logLik,
        max_abs_gradient_first_items: report.quadratureCheck?.largestGradient,
      },
      correlation_eap_with_true_theta: truthCorrelation(table, report),
    };
  },
  tolerances: [
    [/^mirt\.items\..*\.se\./, 'se'],
    [/^mirt\.(items\..*\.par\.|slope_intercept)/, 'a_b'],
    [/^mirt\.(logLik|aic|bic)$/, 'logLik'],
    [/^loglik_check\.own/, 'logLik'],
    [/^mirt\.(eap|map)/, 'eap'],
    [/^mirt\.(item|test)_information/, 'information_rel'],
    [/^mirt\.category_probabilities/, 'category_probabilities'],
    [/^ltm\./, 'ltm_only'],
  ],
};
