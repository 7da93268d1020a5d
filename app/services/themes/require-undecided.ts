import type { DoubleReading } from '#db/queries/double-reading.server.ts';
import { ServiceError } from '../../errors.ts';

/** Refuses to code a text otherwise than was decided where two readers differed. */
export function requireUndecided(
  doubles: readonly Pick<DoubleReading, 'contributionId' | 'decidedCodes'>[],
  contributionId: string,
): void {
  const isDecided = doubles.some(
    (one) => one.contributionId === contributionId && one.decidedCodes !== null,
  );
  if (isDecided) throw new ServiceError('illegal-state', 'text-adjudicated');
}
