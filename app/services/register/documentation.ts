import type { DocumentationState } from '#db/schema/dataset-statement.ts';
import { documentationStates } from './register-words.ts';

/**
 * What the papers of a data set should tell those who build on it, so that they can judge whom it leaves out. After the
 * recommendations for documentation of STANDING Together (Alderman and others 2025, Lancet Digital Health 7, e64–e88,
 * doi:10.1016/S2589-7500(24)00224-3), which are more and finer; `register:documentation` words each in our own way.
 */
export const documentationGroups = {
  set: ['summary', 'purpose', 'access', 'origin', 'consent', 'involvement'],
  people: ['people', 'attributes', 'absent', 'risk-groups'],
  values: ['missing-data', 'labels', 'changes', 'processing', 'limits'],
} as const;

export type DocumentationGroup = keyof typeof documentationGroups;
export type DocumentationItem = (typeof documentationGroups)[DocumentationGroup][number];
export const documentationItems: readonly DocumentationItem[] =
  Object.values(documentationGroups).flat();

type Statement = { code: string; state: DocumentationState };

/** The newest statement of each thing; statements come newest first. */
export function newestOf<Said extends Statement>(
  statements: readonly Said[],
  item: DocumentationItem,
): Said | undefined {
  return statements.find(({ code }) => code === item);
}

/** How many things are in which state, and how many nobody has looked at. A gap is what is not said in full. */
export function summariseDocumentation(statements: readonly Statement[]) {
  const states = documentationItems.map((item) => newestOf(statements, item)?.state ?? null);
  const count = (wanted: DocumentationState | null) =>
    states.filter((state) => state === wanted).length;
  return {
    total: documentationItems.length,
    counts: documentationStates.map((state) => ({ state, count: count(state) })),
    documented: count('documented') + count('not-applicable'),
    gaps: count('partly') + count('not'),
    open: count(null),
  };
}
export type DocumentationSummary = ReturnType<typeof summariseDocumentation>;
