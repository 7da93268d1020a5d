/** What is read of it, with a plan and without. */
export const downtimeMetrics = ['uptime', 'longest-outage', 'fallback-use'] as const;

/** Of one period: what was counted, each null where it was not sent. */
export type DowntimePeriod = {
  from: string;
  to: string;
  /** Minutes of the scheduled ones in which the system could not be used, all outages together. */
  downMinutes: number | null;
  longestMinutes: number | null;
};

export const downtimeVerdicts = ['kept', 'exceeded', 'cannot-tell'] as const;
export type DowntimeVerdict = (typeof downtimeVerdicts)[number];

/**
 * Whether the longest outage of a period stayed within the declared maximum. The longest outage tells, where it was
 * sent. Without it all minutes together are at least as long as any one outage: not above the maximum they prove that
 * it was kept, above it they prove nothing. A longest outage of nothing beside minutes down contradicts itself.
 */
export function downtimeVerdict(
  { downMinutes, longestMinutes }: Omit<DowntimePeriod, 'from' | 'to'>,
  maximumMinutes: number,
): DowntimeVerdict {
  if (longestMinutes !== null) {
    if (longestMinutes === 0 && downMinutes !== null && downMinutes > 0) return 'cannot-tell';
    return longestMinutes <= maximumMinutes ? 'kept' : 'exceeded';
  }
  return downMinutes !== null && downMinutes <= maximumMinutes ? 'kept' : 'cannot-tell';
}
