export type Measured = {
  count: number;
  perSecond: number;
  p50: number;
  p95: number;
  p99: number;
  failures: number;
};

/**
 * Repeats `work` in `lanes` parallel lanes for `seconds`; a thrown error is a failure and goes on.
 * Work that also does what is not measured answers with the milliseconds that count.
 */
export async function measure(
  lanes: number,
  seconds: number,
  work: (lane: number) => Promise<number | undefined>,
): Promise<Measured> {
  const durations: number[] = [];
  let failures = 0;
  const started = performance.now();
  const deadline = started + seconds * 1000;
  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      while (performance.now() < deadline) {
        const begun = performance.now();
        try {
          const counted = await work(lane);
          durations.push(counted ?? performance.now() - begun);
        } catch {
          failures += 1;
        }
      }
    }),
  );
  const elapsed = (performance.now() - started) / 1000;
  durations.sort((a, b) => a - b);
  const quantile = (share: number) =>
    durations[Math.min(durations.length - 1, Math.floor(share * durations.length))] ?? NaN;
  return {
    count: durations.length,
    perSecond: durations.length / elapsed,
    p50: quantile(0.5),
    p95: quantile(0.95),
    p99: quantile(0.99),
    failures,
  };
}

export function describeMeasured(name: string, measured: Measured): string {
  const ms = (value: number) => `${value.toFixed(1)} ms`.padStart(10);
  return [
    name.padEnd(34),
    `${measured.perSecond.toFixed(0).padStart(6)}/s`,
    `p50 ${ms(measured.p50)}`,
    `p95 ${ms(measured.p95)}`,
    `p99 ${ms(measured.p99)}`,
    `failures ${measured.failures}`,
  ].join('  ');
}
