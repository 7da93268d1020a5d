import { RateLimiterDrizzle, type RateLimiterRes } from 'rate-limiter-flexible';
import { rateLimits } from '#db/schema/sign-in.ts';
import { getDatabase } from '../database.server.ts';
import { ServiceError } from '../errors.ts';
import { tokenHash } from '../secrets.server.ts';

type Limit = {
  points: number;
  /** Seconds. */
  duration: number;
  /** Counts by the clock: the stored end of the count then tells no minute at which anybody came. */
  byTheClock?: true;
};

/** Points per seconds, by account or token: a hospital shares one address, so no address counts. */
const limits = {
  'sign-in': { points: 10, duration: 15 * 60 },
  'sign-in-mail': { points: 5, duration: 60 * 60 },
  'two-factor': { points: 8, duration: 15 * 60 },
  resume: { points: 30, duration: 60 },
  export: { points: 30, duration: 60 * 60 },
  /** By open link. A ward of hundreds may begin in one minute; a script may not fill the database. */
  start: { points: 5000, duration: 60 * 60, byTheClock: true },
  /** By channel of a panel: a poster brings dozens, a script brings thousands. */
  join: { points: 500, duration: 60 * 60, byTheClock: true },
  /** By address: whoever knows it could fill somebody's mailbox. */
  'panel-link': { points: 5, duration: 60 * 60 },
  /** By token: more batches a minute than any hospital counts, fewer than hold others up. */
  intake: { points: 1200, duration: 60 },
  /** By hook, of messages whose signature is right: a registry has few versions a minute. */
  hook: { points: 120, duration: 60 },
} as const satisfies Record<string, Limit>;

type LimitName = keyof typeof limits;

/** By database, because tests open several. */
const limiters = new WeakMap<object, Map<LimitName, RateLimiterDrizzle>>();

function limiter(name: LimitName): RateLimiterDrizzle {
  const storeClient = getDatabase();
  const known = limiters.get(storeClient) ?? new Map<LimitName, RateLimiterDrizzle>();
  limiters.set(storeClient, known);
  const found =
    known.get(name) ??
    new RateLimiterDrizzle({
      storeClient,
      schema: rateLimits,
      keyPrefix: name,
      ...limits[name],
      inMemoryBlockOnConsumed: limits[name].points + 1, // a flood costs the database nothing more
    });
  known.set(name, found);
  return found;
}

/** Takes a point of `key` (stored as a hash) or refuses, for `reason`, with the time to wait. */
export async function takePoint(
  name: LimitName,
  key: string,
  reason = 'too-many-requests',
): Promise<void> {
  const { duration, byTheClock }: Limit = limits[name];
  const left = Math.ceil(duration - ((Date.now() / 1000) % duration));
  const options = byTheClock ? { customDuration: left } : {};
  try {
    await limiter(name).consume(tokenHash(key.toLowerCase()), 1, options);
  } catch (rejected) {
    if (rejected instanceof Error) throw rejected;
    const seconds = Math.ceil((rejected as RateLimiterRes).msBeforeNext / 1000);
    throw new ServiceError('too-many-requests', reason, {
      seconds,
      minutes: Math.max(1, Math.ceil(seconds / 60)),
    });
  }
}

/** After a success the tries before it count no longer. */
export async function forgivePoints(name: LimitName, key: string): Promise<void> {
  await limiter(name).delete(tokenHash(key.toLowerCase()));
}
