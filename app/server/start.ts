import { createRequestHandler } from '@remix-run/express';
import type { AppLoadContext, ServerBuild } from '@remix-run/node';
import express, { type NextFunction, type Request, type Response } from 'express';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { env, EnvironmentError } from '../env.server.ts';
import { log } from '../log.server.ts';
import type { Lifecycle } from './lifecycle.server.ts';
import { foreignOrigin } from './foreign-origin.ts';
import { metricsOf } from './metrics.ts';
import { nameableAddress } from './nameable-address.ts';
import type { Outcomes } from './outcomes.ts';
import { requestLog } from './request-log.ts';
import { announceServer } from './running-servers.server.ts';
import { isRespondentPath, onlyRespondents } from './respondent-build.ts';
import { respondentRequests } from './respondent-requests.ts';
import { securityHeaders } from './security-headers.ts';
import { unexpectedErrors } from './unexpected-errors.ts';
import { endUnreadBodies } from './unread-bodies.ts';

type Build = ServerBuild & { entry: { module: { lifecycle: Lifecycle } } };

const buildFolder = resolve('build');

async function loadBuild(): Promise<Build> {
  return (await import(pathToFileURL(resolve(buildFolder, 'server/index.js')).href)) as Build;
}

function contextOf({ locals }: Response): AppLoadContext {
  return {
    nonce: locals['nonce'] as string,
    reference: locals['reference'] as string,
    ...(locals['outcomes'] ? { outcomes: locals['outcomes'] as Outcomes } : {}),
  };
}

async function start(): Promise<void> {
  const { port, publicUrl, isHttps, metricsToken } = env();
  announceServer(buildFolder);
  const build = await loadBuild();
  const { lifecycle } = build.entry.module;
  const message = await lifecycle.start();

  const topFiles = express.static(resolve(buildFolder, 'client'), { maxAge: '1h', index: false });

  const app = express();
  app.disable('x-powered-by');
  app.use(nameableAddress, requestLog(build.routes), securityHeaders(isHttps));
  app.use(metricsOf(metricsToken, lifecycle), endUnreadBodies, foreignOrigin);
  app.use(
    '/assets',
    express.static(resolve(buildFolder, 'client/assets'), { immutable: true, maxAge: '1y' }),
  );
  // Files at the top have an extension; to look on the disk for every page would cost it dearly.
  app.use((request, response, next) => {
    if (/^\/[^/]+\.\w+$/.test(request.path)) topFiles(request, response, next);
    else next();
  });
  app.get('/healthz', (_request, response, next) => {
    lifecycle
      .isHealthy()
      .then((healthy) => response.status(healthy ? 200 : 503).json({ ok: healthy }))
      .catch(next);
  });
  const handlerOf = (served: ServerBuild) =>
    createRequestHandler({
      build: served,
      mode: 'production',
      getLoadContext: (_request, response) => contextOf(response),
    });
  const survey = onlyRespondents(build);
  const [handle, handleRespondent] = [handlerOf(build), handlerOf(survey)];
  const serveRespondent = respondentRequests(survey);
  async function respond(request: Request, response: Response, next: NextFunction) {
    if (!isRespondentPath(request.path)) return handle(request, response, next);
    const outcomes = await serveRespondent(request, response, contextOf(response));
    if (outcomes === 'answered') return;
    response.locals['outcomes'] = outcomes;
    return handleRespondent(request, response, next);
  }
  app.all('*', (request, response, next) => {
    respond(request, response, next).catch(next);
  });
  app.use(unexpectedErrors);

  const server = app.listen(port, () => {
    log.info(`Attune listens on ${publicUrl}`);
    if (message) process.stdout.write(message);
  });
  server.on('error', (error) => fail(error));
  const stop = () => {
    // Open requests end first; idle keep-alive connections must not hold the exit.
    server.close(() => {
      lifecycle.stop().then(() => process.exit(0), fail);
    });
    server.closeIdleConnections();
    setTimeout(() => fail(new Error('open requests did not end in time')), 25_000).unref();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

function fail(error: unknown): void {
  const expected =
    error instanceof EnvironmentError || (error as Error).name === 'DataDirInUseError';
  const { message } = error as Error;
  process.stderr.write(expected ? `${message}\n` : `Attune stops: ${message}\n`);
  if (!expected) log.fatal({ err: error }, 'Attune stops');
  process.exit(1);
}

start().catch(fail);
