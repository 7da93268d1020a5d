import pino from 'pino';
import { env } from './env.server.ts';

type LoggedError = { type: string; code?: string; stack?: string; cause?: LoggedError };

/**
 * What may be kept of an error. Messages of failed queries and mails carry their values (answers,
 * addresses), so only the kind, the code and the places in the code remain of those.
 */
export function safeError(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code } = error as { code?: unknown };
  const isOurs = error.name === 'ServiceError' || error.name === 'EnvironmentError';
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return {
    type: isOurs ? `${error.name}: ${error.message}` : error.name,
    ...(typeof code === 'string' ? { code } : {}),
    stack: frames.join('\n'),
    ...(error.cause === undefined ? {} : { cause: safeError(error.cause) }),
  };
}

/** A wrong configuration is reported by whoever starts, in one line, and not by this module's import. */
function level(): string {
  try {
    return env().logLevel;
  } catch {
    return 'info';
  }
}

/** Never given an address with a code, a form, or a person's name. */
export const log = pino({ level: level(), base: null, serializers: { err: safeError } });
