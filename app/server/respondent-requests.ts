import type { AppLoadContext, ServerBuild } from '@remix-run/node';
import { matchRoutes } from '@remix-run/react';
import type { Request as ExpressRequest, Response as ExpressResponse } from 'express';
import { buffer } from 'node:stream/consumers';
import { outcomeKey, outcomeOf, type Outcome, type Outcomes } from './outcomes.ts';
import { respondentPage, type Matches } from './respondent-page.ts';

/** More than any survey page sends; a larger or unannounced body is left to Remix. */
const maximumBytes = 64 * 1024;

function routeTree(routes: ServerBuild['routes']) {
  const children = Object.values(routes)
    .filter(({ id }) => id !== 'root')
    .map(({ id, path = '', index }) => (index === true ? { id, path, index } : { id, path }));
  return [{ id: 'root', path: '', children }];
}

function webHeaders(headers: ExpressRequest['headers']): Headers {
  const pairs = Object.entries(headers).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value ?? '']).map((each): [string, string] => [name, each]),
  );
  return new Headers(pairs);
}

/** The address of a document; nothing where it is anything else or makes no sense. */
function documentUrl(request: ExpressRequest): URL | null {
  const base = `${request.protocol}://${request.headers.host ?? ''}`;
  const isDocument = !request.path.endsWith('.data') && !('_data' in request.query);
  if (!isDocument || !URL.canParse(request.originalUrl, base)) return null;
  return new URL(request.originalUrl, base);
}

function redirectOf(outcome: Outcome): Response | null {
  let result: unknown;
  try {
    result = outcome();
  } catch (thrown) {
    result = thrown;
  }
  const isRedirect = result instanceof Response && result.headers.has('Location');
  return isRedirect ? (result as Response) : null;
}

/** In one piece: a survey page is rendered whole before any of it is sent. */
async function send(response: ExpressResponse, reply: Response): Promise<'answered'> {
  const body = reply.body ? await reply.text() : '';
  response.status(reply.status);
  for (const [name, value] of reply.headers) response.append(name, value);
  response.end(body);
  return 'answered';
}

/**
 * Answers what a respondent usually does, a save that ends in a redirect and the page that follows,
 * by calling the routes' own actions and loaders: Remix's router matches each address three times and
 * copies each request four times on the way. Whatever else comes of them is left to Remix, which goes
 * on from the outcomes it is given; nothing runs twice.
 */
export function respondentRequests(build: ServerBuild) {
  const tree = routeTree(build.routes);
  const render = respondentPage(build);

  type Found = { url: URL; matches: Matches; context: AppLoadContext };

  async function show(request: ExpressRequest, response: ExpressResponse, found: Found) {
    const { url, matches, context } = found;
    const { handle } = build.routes[matches.at(-1)?.route.id ?? '']?.module ?? {};
    if ((handle as { script?: boolean } | undefined)?.script !== false) return undefined;
    const asked = new Request(url, { headers: webHeaders(request.headers) });
    const shown = await render({ request: asked, url, matches, context });
    return 'reply' in shown ? send(response, shown.reply) : shown.outcomes;
  }

  async function act(request: ExpressRequest, response: ExpressResponse, found: Found) {
    const { url, matches, context } = found;
    const { route, params } = matches.at(-1) ?? {};
    const id = route?.id ?? '';
    const action = build.routes[id]?.module.action;
    const length = Number(request.headers['content-length'] ?? NaN);
    if (!params || !action || !(length <= maximumBytes)) return undefined;
    const body = await buffer(request).catch(() => null);
    if (!body) return 'answered'; // it broke off: nobody is there to be answered
    const headers = webHeaders(request.headers);
    const posted = new Request(url, { method: 'POST', headers, body });
    const outcome = await outcomeOf(action, { request: posted, params, context });
    const redirect = redirectOf(outcome);
    return redirect ? send(response, redirect) : new Map([[outcomeKey('action', id), outcome]]);
  }

  /** Nothing when the request is left to Remix as it is; else what to go on from, once not answered. */
  return async function serve(
    request: ExpressRequest,
    response: ExpressResponse,
    context: AppLoadContext,
  ): Promise<'answered' | Outcomes | undefined> {
    const url = documentUrl(request);
    const matches = url && matchRoutes(tree, url);
    if (!matches) return undefined;
    if (request.method === 'POST') return act(request, response, { url, matches, context });
    if (request.method === 'GET') return show(request, response, { url, matches, context });
    return undefined;
  };
}
