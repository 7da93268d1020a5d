import { findThemes, type ThemeResult } from '#analysis/themes/find-themes.ts';

export type DraftInput = {
  texts: string[];
  language: string;
  people: string[];
  strata: (string | null)[];
  k: number | 'auto';
  seed: number;
};

/** A first draft of themes, small ones with proposed merges so that rare ones surface, in a thread of its own. */
export function findDraft(
  input: DraftInput,
  { onProgress }: { onProgress: (share: number) => void },
): ThemeResult {
  return findThemes({ ...input, grain: 'small', progress: onProgress });
}
