type Assignment = { contributionId: string; codeId: string; origin: string };

/** Texts for which the machine proposes a code in use, and nobody has looked at it. */
export function proposedTexts(
  assignments: readonly Assignment[],
  codeOf: ReadonlyMap<string, string | null>,
): Set<string> {
  return new Set(
    assignments.flatMap(({ contributionId, codeId, origin }) =>
      origin === 'suggested' && codeOf.get(codeId) ? [contributionId] : [],
    ),
  );
}
