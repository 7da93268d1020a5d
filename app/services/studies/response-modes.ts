/** The modes a study can be fielded in. */
export const fieldableModes = ['anonymous', 'anonymous-linked', 'confidential'] as const;
export type FieldableMode = (typeof fieldableModes)[number];

export function isFieldable(mode: string): mode is FieldableMode {
  return fieldableModes.some((fieldable) => fieldable === mode);
}

/** Answers carry pseudonyms, so they come from people who are known: those of a panel, by its page. */
export function comesThroughPanel(mode: string): boolean {
  return mode === 'confidential';
}

export const lowestMinimumCellSize = 5;
export const defaultMinimumCellSize = 10;
