import type { StageConditionRow } from '#db/queries/stage-condition.server.ts';

/** Conditions as pages show them, with the name of who said that they are met. */
export function withRecorder(
  conditions: readonly StageConditionRow[],
  names: ReadonlyMap<string, string>,
) {
  return conditions.map(({ recordedBy, ...condition }) => ({
    ...condition,
    by: recordedBy === null ? null : (names.get(recordedBy) ?? null),
  }));
}
export type ShownCondition = ReturnType<typeof withRecorder>[number];
