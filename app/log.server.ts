import pino from 'pino';
import { env } from './env.server.ts';

/** Never given an address with a code, a form, or a person's name. */
export const log = pino({ level: env().logLevel, base: null });
