import { z } from 'zod';
import { reportPartialCredit } from '#analysis/irt/report-partial-credit.ts';
import { defineFamily } from '../family.ts';
import { itemResponseOptions } from './item-response-options.ts';

/** Partial credit model, generalised or not, by marginal and conditional maximum likelihood. */
export const irtPcm = defineFamily(
  z.strictObject(itemResponseOptions),
  (table, { reverse = [], ...options }, controls) =>
    reportPartialCredit(table, { ...options, reverse }, controls),
);
