import type { Submission } from '@conform-to/react';
import { data, redirect } from '@remix-run/node';
import { ServiceError, type ServiceErrorCode } from '../errors.ts';
import { respond, statusOf, type ErrorBody } from './to-response.server.ts';

const toldInPlace: readonly ServiceErrorCode[] = ['conflict', 'illegal-state', 'invalid'];

type Form = Pick<Submission<unknown>, 'reply'>;

/** The form again with what is wrong in it. */
export function replyInvalid(submission: Form) {
  return data({ result: submission.reply(), refusal: undefined }, { status: 400 });
}

/**
 * As `submit`, for a form in which people have typed: whatever the service refuses, the page shows the
 * same form with every word in it, and the reason at its field (`fields`) or above it.
 */
export async function submitForm<Result>(
  submission: Form,
  work: () => Promise<Result>,
  to: string | ((result: Result) => string),
  fields: Readonly<Record<string, string>> = {},
) {
  let result: Result;
  try {
    result = await work();
  } catch (error) {
    if (!(error instanceof ServiceError) || !toldInPlace.includes(error.code)) {
      return respond(() => Promise.reject(error as Error));
    }
    const status = statusOf(error);
    const field = fields[error.reason];
    if (field !== undefined) {
      const fieldErrors = { [field]: [error.reason] };
      return data({ result: submission.reply({ fieldErrors }), refusal: undefined }, { status });
    }
    const refusal: ErrorBody = { code: error.reason, values: error.values };
    const reply = submission.reply({ formErrors: [error.reason] });
    return data({ result: reply, refusal }, { status });
  }
  return redirect(typeof to === 'string' ? to : to(result), 303);
}
