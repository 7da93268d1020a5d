import { ServiceError } from '../errors.ts';
import { respond } from './to-response.server.ts';

/**
 * Runs a service for a form: a refusal that belongs to one of its fields is returned, to be shown
 * there; any other becomes a response.
 */
export async function attempt<Result, Reason extends string>(
  reasons: readonly Reason[],
  work: () => Promise<Result>,
): Promise<
  { ok: true; result: Result } | { ok: false; reason: Reason; values: ServiceError['values'] }
> {
  try {
    return { ok: true, result: await work() };
  } catch (error) {
    if (error instanceof ServiceError) {
      const reason = reasons.find((code) => code === error.reason);
      if (reason) return { ok: false, reason, values: error.values };
    }
    return respond(() => Promise.reject(error as Error));
  }
}
