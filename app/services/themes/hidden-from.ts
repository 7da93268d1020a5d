import type { DoubleReading } from '#db/queries/double-reading.server.ts';

/** Texts that somebody is still to read a second time: they see nowhere what the first reader thought. */
export function hiddenFrom(
  { userId }: { userId: string },
  doubles: readonly Pick<DoubleReading, 'contributionId' | 'coder' | 'doneOn'>[],
): Set<string> {
  return new Set(
    doubles
      .filter(({ coder, doneOn }) => coder === userId && doneOn === null)
      .map(({ contributionId }) => contributionId),
  );
}
