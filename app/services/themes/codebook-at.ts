import type { CodebookChange } from '#db/schema/coding.ts';

type Event = { number: number; codeId: string; change: CodebookChange };

export type CodeAt = {
  id: string;
  name: string;
  description: string;
  theme: string | null;
  against: boolean;
  mergedInto: string | null;
  retired: boolean;
};

const unnamed = {
  name: '',
  description: '',
  theme: null,
  against: false,
  mergedInto: null,
  retired: false,
};

/** The codebook as its events up to `version` made it, in the order in which codes came. */
export function codebookAt(events: readonly Event[], version: number): CodeAt[] {
  const codes = new Map<string, CodeAt>();
  for (const { number, codeId, change } of events) {
    if (number > version) continue;
    const before = codes.get(codeId) ?? { id: codeId, ...unnamed };
    const { name, description, theme, against, mergedInto, retired } = { ...before, ...change };
    codes.set(codeId, { id: codeId, name, description, theme, against, mergedInto, retired });
  }
  return [...codes.values()];
}
