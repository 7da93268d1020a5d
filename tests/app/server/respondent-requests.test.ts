import { data, redirect, type LoaderFunctionArgs, type ServerBuild } from '@remix-run/node';
import express from 'express';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { outcomeKey, withOutcomes } from '#app/server/outcomes.ts';
import { respondentRequests } from '#app/server/respondent-requests.ts';

const seen: string[] = [];
const pageId = 'routes/s.$code.$page';

async function handler({ request, params }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  const form = request.method === 'POST' ? await request.formData() : url.searchParams;
  const answer = form.get('answer') as string;
  seen.push(`${request.method} ${params['code']}/${params['page']}${url.search} ${answer}`);
  if (answer === 'go') return redirect('/s/a/2', { status: 303, headers: { 'Set-Cookie': 'a=b' } });
  if (answer === 'away') throw redirect('/s/a');
  if (answer === 'refuse') throw data({ code: 'gone' }, { status: 410 });
  if (answer === 'show') return { shown: true };
  return data({ problems: [] }, { status: 400 });
}

type Entry = {
  staticHandlerContext: { loaderData: object; matches: { route: { id: string } }[] };
};

function handleRequest(_request: Request, status: number, headers: Headers, entry: Entry) {
  const { loaderData, matches } = entry.staticHandlerContext;
  headers.set('Content-Language', 'en');
  const ids = matches.map(({ route }) => route.id);
  return new Response(JSON.stringify({ ids, loaderData }), { status, headers });
}

const handle = { script: false };
const build = {
  entry: { module: { default: handleRequest } },
  routes: {
    root: { id: 'root', path: '', module: { loader: () => data({ language: 'en' }, {}) } },
    [pageId]: {
      ...{ id: pageId, parentId: 'root', path: 's/:code/:page' },
      module: { action: handler, loader: handler, default: () => null, handle },
    },
    'routes/s.scripted': {
      ...{ id: 'routes/s.scripted', parentId: 'root', path: 's/scripted' },
      module: { loader: handler, default: () => null },
    },
  },
} as unknown as ServerBuild;

const app = express();
const serve = respondentRequests(build);
const replayed = withOutcomes(build.routes)[pageId]?.module;

app.all('*', (request, response, next) => {
  serve(request, response, {})
    .then(async (outcomes) => {
      if (outcomes === 'answered') return;
      if (!outcomes) return response.status(299).end();
      const args = { request: {}, params: {}, context: { outcomes } } as unknown;
      const again = request.method === 'POST' ? replayed?.action : replayed?.loader;
      const result = Promise.resolve(again?.(args as LoaderFunctionArgs));
      return response.json(await result.catch((thrown: unknown) => ({ thrown })));
    })
    .catch(next);
});

let url = '';
const server = app.listen(0, '127.0.0.1');
beforeAll(async () => {
  if (!server.listening) await new Promise((resolve) => server.once('listening', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => seen.splice(0));

function post(path: string, answer: string) {
  const body = new URLSearchParams({ answer });
  return fetch(url + path, { method: 'POST', redirect: 'manual', body });
}

async function get(path: string) {
  const reply = await fetch(url + path, { redirect: 'manual' });
  return { status: reply.status, headers: reply.headers, body: (await reply.json()) as object };
}

it('answers with the redirect of an action, returned or thrown', async () => {
  const saved = await post('/s/a/1?change', 'go');
  expect(saved.status).toBe(303);
  expect(saved.headers.get('Location')).toBe('/s/a/2');
  expect(saved.headers.get('Set-Cookie')).toBe('a=b');
  const away = await post('/s/a/1', 'away');
  expect([away.status, away.headers.get('Location')]).toEqual([302, '/s/a']);
  expect(seen).toEqual(['POST a/1?change go', 'POST a/1 away']);
});

it('runs an action once and hands on what it returned or threw', async () => {
  const returned = (await (await post('/s/a/1', 'wrong')).json()) as object;
  expect(returned).toMatchObject({ data: { problems: [] }, init: { status: 400 } });
  const thrown = (await (await post('/s/a/1', 'refuse')).json()) as object;
  expect(thrown).toMatchObject({ thrown: { data: { code: 'gone' }, init: { status: 410 } } });
  expect(seen).toEqual(['POST a/1 wrong', 'POST a/1 refuse']);
});

it('renders a page from the data of its loaders', async () => {
  const { status, headers, body } = await get('/s/a/2?answer=show');
  expect(status).toBe(200);
  expect(headers.get('Content-Language')).toBe('en');
  expect(body).toEqual({
    ids: ['root', pageId],
    loaderData: { root: { language: 'en' }, [pageId]: { shown: true } },
  });
  expect(seen).toEqual(['GET a/2?answer=show show']);
});

it('runs a loader once and hands on what is no page', async () => {
  expect((await get('/s/a/2?answer=wrong')).body).toMatchObject({ init: { status: 400 } });
  expect((await get('/s/a/2?answer=refuse')).body).toMatchObject({ thrown: { init: {} } });
  expect(seen).toHaveLength(2);
});

it.each(['/s/a', '/elsewhere', '/s/a/1.data', '/s/a/1?_data=root', '/s/scripted'])(
  'leaves %s to Remix, unread',
  async (path) => {
    expect((await post(path, 'go')).status).toBe(299);
    expect((await fetch(url + path)).status).toBe(299);
    expect(seen).toEqual([]);
  },
);

it('leaves a large body to Remix, unread', async () => {
  expect((await post('/s/a/1', 'x'.repeat(70_000))).status).toBe(299);
  expect(seen).toEqual([]);
});

it('names loader and action of a route apart', () => {
  expect(outcomeKey('loader', pageId)).not.toBe(outcomeKey('action', pageId));
});
