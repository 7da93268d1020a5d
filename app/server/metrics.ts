import { createHash, timingSafeEqual } from 'node:crypto';
import { Router, type RequestHandler } from 'express';
import {
  collectDefaultMetrics,
  Gauge,
  Histogram,
  Registry,
  type OpenMetricsContentType,
} from 'prom-client';
import type { Lifecycle } from './lifecycle.server.ts';

type MetricRegistry = Registry<OpenMetricsContentType>;

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Compared by their digests: neither length nor place of a difference shows in the time it takes. */
function isBearer(header: string | undefined, token: string): boolean {
  return timingSafeEqual(digest(header ?? ''), digest(`Bearer ${token}`));
}

/** Seconds from request to answer, by method and status: an address could carry a code. */
function timeRequests(registry: MetricRegistry): RequestHandler {
  const seconds = new Histogram({
    name: 'attune_http_request_duration_seconds',
    help: 'Seconds from the request to the end of its answer.',
    labelNames: ['method', 'status'],
    buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  return ({ method }, response, next) => {
    const end = seconds.startTimer({ method });
    response.on('finish', () => end({ status: String(response.statusCode) }));
    next();
  };
}

/** What waits, counted over all organisations when it is asked for. */
function countWaiting(registry: MetricRegistry, lifecycle: Lifecycle): void {
  const waiting = new Gauge({
    name: 'attune_waiting',
    help: 'Jobs that wait in the queue, alerts that are open, batches in quarantine, mails not sent.',
    labelNames: ['what'],
    registers: [registry],
    async collect() {
      for (const [what, count] of Object.entries(await lifecycle.countWaiting())) {
        waiting.set({ what }, count);
      }
    },
  });
}

/**
 * `GET /metrics` of this process in the text of OpenMetrics, for who holds the token. Without a token in
 * the configuration nothing is measured and there is no such address.
 */
export function metricsOf(token: string | null, lifecycle: Lifecycle): RequestHandler {
  if (token === null) return (_request, _response, next) => next();
  const registry: MetricRegistry = new Registry<OpenMetricsContentType>();
  registry.setContentType(Registry.OPENMETRICS_CONTENT_TYPE);
  collectDefaultMetrics({ register: registry });
  countWaiting(registry, lifecycle);
  const router = Router();
  router.get('/metrics', (request, response, next) => {
    if (!isBearer(request.headers.authorization, token)) {
      response.status(401).set('WWW-Authenticate', 'Bearer').end();
      return;
    }
    registry
      .metrics()
      .then((text) =>
        response.type(registry.contentType).set('Cache-Control', 'no-store').send(text),
      )
      .catch(next);
  });
  router.use(timeRequests(registry));
  return router;
}
