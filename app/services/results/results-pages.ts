/** Pages whose charts are drawn from the readiness report. */
export const chartPages = ['overview', 'items', 'scales', 'groups', 'change'] as const;

/** The pages of a study's results, in the order of their tabs. */
export const resultsPages = [...chartPages, 'analyses'] as const;
export type ResultsPage = (typeof resultsPages)[number];
