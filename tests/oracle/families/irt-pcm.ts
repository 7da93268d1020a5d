import { z } from 'zod';
import type { ItemParameters } from '#analysis/irt/item-parameters.ts';
import { reportPartialCredit } from '#analysis/irt/report-partial-credit.ts';
import type { OracleFamily } from '../family.ts';
import type { NamedMatrix } from '../tree.ts';

const optionsSchema = z.object({
  items: z.array(z.string()),
  reverse: z.array(z.string()).default([]),
});

const widest = (lists: readonly (readonly unknown[])[]) =>
  Array.from({ length: Math.max(...lists.map(({ length }) => length)) }, (_, c) => c);

function marginalItems(items: readonly ItemParameters[]): NamedMatrix {
  const columns = widest(items.map(({ thresholds }) => thresholds));
  return {
    rows: items.map(({ item }) => item),
    cols: ['a', ...columns.map((c) => `b${c + 1}`)],
    values: items.map(({ slope, thresholds }) => [
      slope.estimate,
      ...columns.map((c) => thresholds[c]?.estimate ?? null),
    ]),
  };
}

export const irtPcm: OracleFamily = {
  compute: (table, given) => {
    const report = reportPartialCredit(table, optionsSchema.parse(given));
    const { generalisedPartialCredit: gpcm, partialCredit: pcm, conditional: cml } = report;
    const columns = cml.ok ? widest(cml.items.map(({ thresholds }) => thresholds)) : [];
    return {
      n: gpcm.ok ? gpcm.n : undefined,
      gpcm: gpcm.ok ? { logLik: gpcm.logLik, items: marginalItems(gpcm.items) } : undefined,
      pcm_mml: pcm.ok
        ? { logLik: pcm.logLik, variance: pcm.latentVariance, items: marginalItems(pcm.items) }
        : undefined,
      pcm_cml: cml.ok
        ? {
            loglik: cml.logLik,
            npar: cml.freeParameters,
            thresholds: {
              rows: cml.items.map(({ item }) => item),
              cols: ['Location', ...columns.map((c) => `Threshold ${c + 1}`)],
              values: cml.items.map(({ location, thresholds }) => [
                location.estimate,
                ...columns.map((c) => thresholds[c]?.estimate ?? null),
              ]),
            },
            threshold_se: cml.items.flatMap(({ thresholds }) =>
              thresholds.map(({ standardError }) => standardError),
            ),
          }
        : undefined,
    };
  },
  tolerances: [
    [/logLik$|loglik$/, 'logLik'],
    [/^pcm_cml\.threshold/, 'cml'],
  ],
};
