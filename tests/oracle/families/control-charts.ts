import { z } from 'zod';
import type { ControlChart } from '#analysis/monitoring/charts/control-chart.ts';
import { reportControlCharts } from '#analysis/monitoring/charts/report-control-charts.ts';
import type { NotEstimable } from '#analysis/estimate.ts';
import { beyondLimits } from '#analysis/monitoring/rules/beyond-limits.ts';
import type { OracleFamily } from '../family.ts';

const optionsSchema = z.object({
  p: z.object({ events: z.string(), sizes: z.string() }),
  u: z.object({ counts: z.string(), exposure: z.string() }),
  individuals: z.string(),
  baseline_rows_for_ewma_cusum: z.array(z.int()),
});

const list = (chart: ControlChart | NotEstimable | undefined) => (chart?.ok ? chart.points : []);
/** Limits that are the same everywhere are given once. */
const flat = (chart: ControlChart | NotEstimable | undefined) => {
  const [first] = list(chart);
  return { center: first?.centre, lcl: first?.lower, ucl: first?.upper };
};
const varying = (chart: ControlChart | NotEstimable | undefined) => ({
  center: list(chart)[0]?.centre,
  lcl: list(chart).map(({ lower }) => lower),
  ucl: list(chart).map(({ upper }) => upper),
  points: list(chart).map(({ value }) => value),
});

export const controlCharts: OracleFamily = {
  compute: (table, given) => {
    const { baseline_rows_for_ewma_cusum: rows, ...columns } = optionsSchema.parse(given);
    const cusum = { reference: 0.5, limit: 5 };
    const report = reportControlCharts(table, {
      ...{ ...columns, baseline: rows.length, screen: false, constant: 'd2' as const },
      ...{ ewma: { lambda: 0.2, limit: 3 }, cusum },
    });
    const { proportions, rates, individuals } = report;
    const sequential = report.sequential?.ok ? report.sequential : undefined;
    const { lcl, ucl } = varying(proportions?.pPrime);
    const points = list(proportions?.p);
    const scale = { center: sequential?.target, sd: sequential?.sigma };
    const [first] = list(individuals);
    return {
      p_chart: {
        ...varying(proportions?.p),
        out_of_control_rows: points.flatMap((_, i) => (beyondLimits(points, i) ? [i + 1] : [])),
      },
      laney_p: {
        sigma_z: proportions?.pPrime.ok ? proportions.pPrime.stages[0]?.dispersion : undefined,
        ...{ lcl, ucl },
      },
      u_chart: varying(rates?.u),
      c_chart: flat(rates?.c),
      individuals: {
        ...flat(individuals),
        std_dev_mr: first ? (first.upper - first.centre) / 3 : undefined,
      },
      ewma: {
        ...scale,
        values: sequential?.ewma.map(({ value }) => value),
        lcl: sequential?.ewma.map(({ lower }) => lower),
        ucl: sequential?.ewma.map(({ upper }) => upper),
      },
      cusum: {
        ...{ ...scale, k_reference: cusum.reference, h: cusum.limit },
        upper: sequential?.cusum.map(({ upper }) => upper),
        lower: sequential?.cusum.map(({ lower }) => lower),
      },
    };
  },
  tolerances: [],
};
