import type { ClauseDate } from './clause-schema.ts';

const act = 'https://eur-lex.europa.eu/eli/reg/2024/1689/oj';
const omnibus = 'https://eur-lex.europa.eu/eli/reg/2026/1744/oj';
const original = { source: act, verifiedOn: '2026-11-26', validFrom: '2024-08-01' };
/** Known from what others write about the amending regulation of 2026, not from the Official Journal. */
const amended: Omit<ClauseDate, 'group' | 'appliesFrom'> = {
  ...{ source: omnibus, verifiedOn: null, validFrom: '2026-08-02', validTo: null },
  isUnconfirmed: true,
};

/** From when clauses of Regulation (EU) 2024/1689 apply, by its article 113 and by what was changed of it. */
export const clauseDates: readonly ClauseDate[] = [
  { group: 'literacy', appliesFrom: '2025-02-02', ...original, validTo: null },
  { group: 'general', appliesFrom: '2026-08-02', ...original, validTo: null },
  { group: 'high-risk-uses', appliesFrom: '2026-08-02', ...original, validTo: '2026-08-02' },
  { group: 'high-risk-uses', appliesFrom: '2027-12-02', ...amended },
  { group: 'high-risk-products', appliesFrom: '2027-08-02', ...original, validTo: '2026-08-02' },
  { group: 'high-risk-products', appliesFrom: '2028-08-02', ...amended },
];
