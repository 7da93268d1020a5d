/** For the person at the keyboard: one line. */
export class UsageError extends Error {
  override name = 'UsageError';
}
