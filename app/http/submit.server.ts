import { data, redirect } from '@remix-run/node';
import { ServiceError, type ServiceErrorCode } from '../errors.ts';
import { respond, statusOf, type ErrorBody } from './to-response.server.ts';

/** What a person can do something about on the page they are on. */
const toldInPlace: readonly ServiceErrorCode[] = ['conflict', 'illegal-state', 'invalid'];

/**
 * Does what a button says and goes on to `to`, which may depend on what came of it, or answers with the
 * refusal for the same page.
 */
export async function submit<Result>(
  work: () => Promise<Result>,
  to: string | ((result: Result) => string),
) {
  let result: Result;
  try {
    result = await work();
  } catch (error) {
    if (!(error instanceof ServiceError) || !toldInPlace.includes(error.code)) {
      return respond(() => Promise.reject(error as Error));
    }
    const refusal: ErrorBody = { code: error.reason, values: error.values };
    return data({ refusal }, { status: statusOf(error) });
  }
  return redirect(typeof to === 'string' ? to : to(result), 303);
}
