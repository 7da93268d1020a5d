import { Script } from 'node:vm';

/** The result of a computation that is broken off when it does not come to an end. */
export function withinSeconds<Result>(seconds: number, compute: () => Result): Result {
  const key = '__computation';
  const globals = globalThis as unknown as Record<string, (() => Result) | undefined>;
  globals[key] = compute;
  try {
    const script = new Script(`globalThis.${key}()`);
    return script.runInThisContext({ timeout: seconds * 1000 }) as Result;
  } finally {
    globals[key] = undefined;
  }
}
