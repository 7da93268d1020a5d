type Remembered<Result> = { key: string; result: Promise<Result> };

/**
 * Remembers what was computed last, by what it was computed from: whoever looks again, or at the same time, waits for
 * the same work.
 */
export function remember<Result>({ most }: { most: number }) {
  const lately: Remembered<Result>[] = [];
  const forget = (one: Remembered<Result>) => {
    const at = lately.indexOf(one);
    if (at >= 0) lately.splice(at, 1);
  };
  return (key: string, work: () => Promise<Result>): Promise<Result> => {
    const known = lately.find((one) => one.key === key);
    const own = known ?? { key, result: work() };
    if (!known) {
      lately.unshift(own);
      lately.splice(most);
      // What failed is tried again.
      own.result.catch(() => forget(own));
    }
    return own.result;
  };
}

/** A result, or 'late' for who has waited so long; the work goes on for the next look. */
export async function unlessLate<Result>(
  result: Promise<Result>,
  patienceMs: number,
): Promise<Result | 'late'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), patienceMs);
  });
  try {
    return await Promise.race([result, late]);
  } finally {
    clearTimeout(timer);
  }
}
