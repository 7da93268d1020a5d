import { z } from 'zod';
import { reportOpinion } from '#analysis/opinion/report-opinion.ts';
import { defineFamily } from '../family.ts';
import { votesOfTable } from '../votes-of-table.ts';

/** Groups of people who vote alike, what all of them share and what divides them. */
export const opinion = defineFamily(
  z.strictObject({
    without: z.array(z.string()).default([]).describe('statements to leave out'),
    minimum: z.int().min(1).default(10).describe('members of a group at least'),
    seed: z.int().default(1),
  }),
  (table, { without, minimum, seed }) =>
    reportOpinion(votesOfTable(table, without), { minimum, seed }),
);
