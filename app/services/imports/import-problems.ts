/** Why a file or its mapping was not taken, as the import pages say it. */
export const importProblems = [
  'import-not-utf8',
  'import-empty',
  'import-too-wide',
  'import-not-csv',
  'import-same-file',
  'import-study-closed',
  'import-no-wave',
  'import-column-twice',
  'import-rows-rejected',
] as const;
export type ImportProblem = (typeof importProblems)[number];
