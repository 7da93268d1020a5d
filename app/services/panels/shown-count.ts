/** A count of people as it may be shown: fewer than the panel's minimum are said to be that alone. */
export type ShownCount = { count: number } | { fewerThan: number };

export function shownCount(people: number, minimumGroup: number): ShownCount {
  return people > 0 && people < minimumGroup ? { fewerThan: minimumGroup } : { count: people };
}
