import type { SubmissionResult } from '@conform-to/react';

/** The answer belongs to the form that was sent. */
export function resultOf(result: SubmissionResult | undefined, intent: string) {
  return result?.initialValue?.['intent'] === intent ? result : null;
}
