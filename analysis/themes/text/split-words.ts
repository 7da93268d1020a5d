/** The words of a list that is written as one text, as ours are. */
export const splitWords = (words: string): string[] => words.match(/\S+/gu) ?? [];
