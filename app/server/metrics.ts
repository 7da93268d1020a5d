import { createHash, timingSafeEqual } from 'node:crypto';
import { Router, type RequestHandler } from 'express';
import {
  collectDefaultMetrics,
  Gauge,
  Histogram,
  Registry,
  type OpenMetricsContentType,
} from 'prom-client';
import { log } from '../log.server.ts';
import type { Lifecycle } from './lifecycle.server.ts';

type MetricRegistry = Registry<OpenMetricsContentType>;

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Compared by their digests: neither length nor place of a difference shows in the time it takes. */
function isBearer(header: string | undefined, token: string): boolean {
  const [, sent = ''] = /^bearer +(\S+) *$/iu.exec(header ?? '') ?? [];
  return timingSafeEqual(digest(sent), digest(token));
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
    // Also where whoever asked went away before the end.
    response.on('close', () => end({ status: String(response.statusCode) }));
    next();
  };
}

const keptFor = 30_000;
const patience = 5_000;

/**
 * What waits, counted over all organisations at most twice a minute. A database that does not answer is
 * said as such, and takes nothing else of the answer with it.
 */
function countWaiting(registry: MetricRegistry, lifecycle: Lifecycle): void {
  let asked: { at: number; done: Promise<void> } | undefined;
  const collect = () => {
    const now = Date.now();
    if (asked === undefined || now - asked.at > keptFor) asked = { at: now, done: ask() };
    return asked.done;
  };
  const registers = [registry];
  const up = new Gauge({
    name: 'attune_database_up',
    help: '1 where the database answered when it was last asked, else 0.',
    ...{ registers, collect },
  });
  const waiting = new Gauge({
    name: 'attune_waiting',
    help: 'Jobs that wait in the queue, alerts that are open, batches in quarantine, mails not sent.',
    labelNames: ['what'],
    ...{ registers, collect },
  });
  async function ask(): Promise<void> {
    const late = new Promise<never>((_resolve, reject) => {
      setTimeout(() => reject(new Error('the database did not answer in time')), patience).unref();
    });
    try {
      const counts = await Promise.race([lifecycle.countWaiting(), late]);
      for (const [what, count] of Object.entries(counts)) waiting.set({ what }, count);
      up.set(1);
    } catch (error) {
      log.warn({ err: error }, 'metrics');
      waiting.reset();
      up.set(0);
    }
  }
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
