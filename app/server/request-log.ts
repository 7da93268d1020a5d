import { randomUUID } from 'node:crypto';
import type { ServerBuild } from '@remix-run/node';
import { matchServerRoutes } from './route-pattern.ts';
import type { RequestHandler } from 'express';
import { log } from '../log.server.ts';

/** Logs hold route patterns, never addresses: an address may carry a code or a token. */
export function requestLog(routes: ServerBuild['routes']): RequestHandler {
  return (request, response, next) => {
    const reference = randomUUID().slice(0, 8);
    response.locals['reference'] = reference;
    const started = performance.now();
    response.on('finish', () => {
      const level = response.statusCode >= 500 ? 'error' : 'debug';
      if (!log.isLevelEnabled(level)) return; // finding the pattern costs more than the line
      log[level]({
        reference,
        method: request.method,
        route: matchServerRoutes(routes, request.path),
        status: response.statusCode,
        durationMs: Math.round(performance.now() - started),
      });
    });
    next();
  };
}
