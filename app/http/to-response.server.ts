import { data } from '@remix-run/node';
import { ServiceError, type ServiceErrorCode } from '../errors.ts';

const statuses: Record<ServiceErrorCode, number> = {
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'illegal-state': 409,
  gone: 410,
  invalid: 400,
  'too-many-requests': 429,
};

/** What an error boundary receives; `code` is a key of the `errors` catalogue. */
export type ErrorBody = { code: string; values?: Record<string, string | number> };

export function statusOf(error: ServiceError): number {
  return statuses[error.code];
}

/** Runs a service for a loader or action; what it refuses becomes a response with the right status. */
export async function respond<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const body: ErrorBody = { code: error.reason, values: error.values };
    throw data(body, { status: statusOf(error) });
  }
}
