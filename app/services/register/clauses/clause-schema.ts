import { z } from 'zod';
import { choices } from '../description-fields.ts';
import { evidenceCodes } from './evidence-rows.ts';

export const frameworks = ['ai-act', 'iso-42001', 'nist-ai-rmf'] as const;
export type Framework = (typeof frameworks)[number];

const day = z.iso.date();
/** Where a row was looked up. Unconfirmed: nobody has read it there yet, and pages say so. */
const looked = {
  source: z.url({ protocol: /^https$/ }),
  verifiedOn: day.nullable(),
  isUnconfirmed: z.literal(true).optional(),
};

/** From when on clauses apply: several of one group, one valid after the other, since laws move their own dates. */
export const clauseDateSchema = z.strictObject({
  group: z.enum(['literacy', 'general', 'high-risk-products', 'high-risk-uses']),
  appliesFrom: day,
  /** Days on which this row was what the law said; the end is the first day on which it was not. */
  validFrom: day,
  validTo: day.nullable(),
  ...looked,
});
export type ClauseDate = z.infer<typeof clauseDateSchema>;

export const clauseSchema = z.strictObject({
  code: z.string().regex(/^[A-Z]+(-[A-Z0-9]+)+$/),
  framework: z.enum(frameworks),
  /** As the law or standard counts it. */
  label: z.string().min(1),
  /** Of whom it asks something; empty: of whoever follows it. */
  roles: z.array(z.enum(['provider', 'deployer'])).readonly(),
  /** Of which systems; empty: of all. */
  tiers: z.array(z.enum(choices.aiActTier)).readonly(),
  /** Null: nobody must follow it. */
  dates: z.enum(['literacy', 'general', 'high-risk']).nullable(),
  evidence: z.array(z.enum(evidenceCodes)).min(1).readonly(),
  ...looked,
});
export type Clause = z.infer<typeof clauseSchema>;
