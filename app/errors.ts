/** What a service may refuse; `to-response.server.ts` gives each its status, the catalogue its sentence. */
export const serviceErrorCodes = [
  'forbidden',
  'not-found',
  'conflict',
  'illegal-state',
  'gone',
  'invalid',
  'too-many-requests',
] as const;
export type ServiceErrorCode = (typeof serviceErrorCodes)[number];

/** Holds a code and values, never a sentence: `reason` is a key of the `errors` catalogue. */
export class ServiceError extends Error {
  override name = 'ServiceError';
  constructor(
    readonly code: ServiceErrorCode,
    readonly reason: string = code,
    readonly values: Record<string, string | number> = {},
  ) {
    super(`${code}: ${reason}`);
  }
}

/** What is refused of a form, each by its field; in one word it is the first of them. */
export class FieldsRefused extends ServiceError {
  override name = 'FieldsRefused';
  constructor(readonly fields: Readonly<Record<string, string>>) {
    super('invalid', Object.values(fields)[0]);
  }
}
