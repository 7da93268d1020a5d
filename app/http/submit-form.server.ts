import type { Submission } from '@conform-to/react';
import { data, redirect } from '@remix-run/node';
import { FieldsRefused, ServiceError, type ServiceErrorCode } from '../errors.ts';
import { respond, statusOf, type ErrorBody } from './to-response.server.ts';

const toldInPlace: readonly ServiceErrorCode[] = ['conflict', 'illegal-state', 'invalid'];

type Form = Pick<Submission<unknown>, 'reply'>;

/** Reasons as conform has them: several of a field may be told. */
const asErrors = (refused: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(refused).map(([field, reason]) => [field, [reason]]));

/** The form again with what is wrong in it, and with what the service would refuse of the rest. */
export function replyInvalid(submission: Form, refused: Readonly<Record<string, string>> = {}) {
  const result = submission.reply();
  const rest = Object.entries(refused).filter(([field]) => !result.error?.[field]);
  const error = { ...result.error, ...asErrors(Object.fromEntries(rest)) };
  const told = rest.length === 0 ? result : { ...result, error };
  return data({ result: told, refusal: undefined }, { status: 400 });
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
    if (field !== undefined || error instanceof FieldsRefused) {
      const refused =
        error instanceof FieldsRefused ? error.fields : { [field ?? '']: error.reason };
      const fieldErrors = asErrors(refused);
      return data({ result: submission.reply({ fieldErrors }), refusal: undefined }, { status });
    }
    const refusal: ErrorBody = { code: error.reason, values: error.values };
    const reply = submission.reply({ formErrors: [error.reason] });
    return data({ result: reply, refusal }, { status });
  }
  return redirect(typeof to === 'string' ? to : to(result), 303);
}
