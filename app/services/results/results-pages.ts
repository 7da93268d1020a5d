/** The pages of a study's results, in the order of their tabs. */
export const resultsPages = ['overview', 'items', 'scales', 'groups', 'change'] as const;
export type ResultsPage = (typeof resultsPages)[number];
