import type { SubmissionResult } from '@conform-to/react';
import type { ErrorBody } from '../../http/to-response.server.ts';

export interface JobFormProps {
  revision: number;
  /** What the form before was answered with. */
  result: SubmissionResult | null;
  refusal: ErrorBody | undefined;
}
