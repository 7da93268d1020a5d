/** Files that a coding can be exported as. */
export const codingFileNames = ['codebook-qdc', 'codebook-csv', 'words-csv'] as const;
export type CodingFile = (typeof codingFileNames)[number];
