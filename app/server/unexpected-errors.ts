import type { ErrorRequestHandler } from 'express';
import { log } from '../log.server.ts';

/**
 * What neither Remix nor a page answered: a line in the log as every other, and a number with the
 * reference of that line, which every language reads. Express knows such a handler by its four
 * parameters.
 */
export const unexpectedErrors: ErrorRequestHandler = (
  error: unknown,
  _request,
  response,
  _next, // eslint-disable-line @typescript-eslint/no-unused-vars
) => {
  const { reference } = response.locals as { reference?: string };
  log.error({ err: error, reference }, 'request');
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response
    .status(500)
    .type('text')
    .send(`500 · ${reference ?? ''}`);
};
