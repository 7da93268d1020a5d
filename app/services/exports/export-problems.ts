/** Why no file came, as the page says it. */
export const exportProblems = [
  'reason-required',
  'reason-too-short',
  'reason-too-long',
  'export-no-closed-wave',
  'export-not-ready',
  'export-below-minimum',
  'export-too-many-suppressed',
  'too-many-requests',
] as const;
export type ExportProblem = (typeof exportProblems)[number];
