/** What the database said, through whatever the query builder wrapped around it. */
export function postgresError(error: unknown): { code: string; message: string } {
  let inner = error;
  while (inner instanceof Error && inner.cause instanceof Error) inner = inner.cause;
  const { code = '', message = '' } = inner as { code?: string; message?: string };
  return { code, message };
}
