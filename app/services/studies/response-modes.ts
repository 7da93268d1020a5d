/** The modes a survey can be fielded in; the others belong to panels, where people are known. */
export const fieldableModes = ['anonymous', 'anonymous-linked'] as const;

export function isFieldable(mode: string): mode is (typeof fieldableModes)[number] {
  return fieldableModes.some((fieldable) => fieldable === mode);
}

export const lowestMinimumCellSize = 5;
export const defaultMinimumCellSize = 10;
