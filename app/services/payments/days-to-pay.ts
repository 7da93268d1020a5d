type Paid = { answeredOn: string | null; paidOn: string | null };

const dayMs = 86_400_000;

/**
 * How many days people waited for what they had accepted: half of the payments came within `half` of
 * them, all within `longest`. Null: nothing was paid yet.
 */
export function daysToPay(payments: readonly Paid[]) {
  const days = payments
    .flatMap(({ answeredOn, paidOn }) =>
      answeredOn === null || paidOn === null
        ? []
        : [Math.round((Date.parse(paidOn) - Date.parse(answeredOn)) / dayMs)],
    )
    .sort((a, b) => a - b);
  const longest = days.at(-1);
  // The day by which at least half were paid is the lower middle one.
  const half = days[Math.ceil(days.length / 2) - 1];
  return longest === undefined || half === undefined
    ? null
    : { payments: days.length, half, longest };
}
