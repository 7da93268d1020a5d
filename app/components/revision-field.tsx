import type { ErrorBody } from '../http/to-response.server.ts';

interface RevisionFieldProps {
  revision: number;
  /** Of the last try: who was told that somebody else has saved may now replace what they saved. */
  refusal: ErrorBody | undefined;
}

/** Which state of a thing the form was made from, so that of two who save the second is told. */
export function RevisionField({ revision, refusal }: RevisionFieldProps) {
  const newest = refusal?.values?.['revision'] ?? revision;
  return <input type="hidden" name="revision" value={newest} readOnly />;
}
