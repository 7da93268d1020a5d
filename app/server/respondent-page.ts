import type { AppLoadContext, EntryContext, ServerBuild } from '@remix-run/node';
import type { matchRoutes } from '@remix-run/react';
import { outcomeKey, outcomeOf, type Handler, type Outcome } from './outcomes.ts';

export type Matches = NonNullable<ReturnType<typeof matchRoutes>>;

type PageRequest = { request: Request; url: URL; matches: Matches; context: AppLoadContext };

/** A route without loader has no data. */
const nothing: Handler = () => null;

/** Plain data that a loader returned; nothing when it threw, redirected or sets a header. */
function plainData(outcome: Outcome): { data: unknown } | null {
  try {
    const result = outcome() as {
      type?: unknown;
      data?: unknown;
      init?: ResponseInit | null;
    } | null;
    if (result instanceof Response) return null;
    if (result?.type !== 'DataWithResponseInit') return { data: result };
    const { status = 200, headers } = result.init ?? {};
    const isPlain = status === 200 && [...new Headers(headers)].length === 0;
    return isPlain ? { data: result.data } : null;
  } catch {
    return null;
  }
}

/**
 * Renders a survey page whose loaders gave plain data: what Remix does for a document, without its
 * router's copies of the request and without the data for a script that such a page does not have.
 */
export function respondentPage(build: ServerBuild) {
  const routeModules = Object.fromEntries(
    Object.entries(build.routes).map(([id, { module }]) => [id, module]),
  );

  function entryContext({ url, matches }: PageRequest, loaderData: Record<string, unknown>) {
    const { pathname, search } = url;
    const staticHandlerContext = {
      basename: '/',
      location: { pathname, search, hash: '', state: null, key: 'default' },
      matches,
      loaderData,
      actionData: null,
      errors: null,
      statusCode: 200,
      loaderHeaders: {},
      actionHeaders: {},
      activeDeferreds: null,
    };
    return {
      manifest: build.assets,
      routeModules,
      staticHandlerContext,
      future: build.future,
      isSpaMode: false,
      serializeError: ({ message }: Error) => ({ message }),
    } as unknown as EntryContext;
  }

  return async function render(
    page: PageRequest,
  ): Promise<{ reply: Response } | { outcomes: Map<string, Outcome> }> {
    const { request, matches, context } = page;
    const loaded = await Promise.all(
      matches.map(async ({ route: { id = '' }, params }) => {
        const loader = build.routes[id]?.module.loader ?? nothing;
        return { id, outcome: await outcomeOf(loader, { request, params, context }) };
      }),
    );
    const outcomes = new Map(
      loaded.map(({ id, outcome }) => [outcomeKey('loader', id), outcome] as const),
    );
    const plain = loaded.map(({ id, outcome }) => ({ id, result: plainData(outcome) }));
    if (plain.some(({ result }) => result === null)) return { outcomes };
    const loaderData = Object.fromEntries(plain.map(({ id, result }) => [id, result?.data]));
    try {
      const entry = entryContext(page, loaderData);
      const { default: handleRequest } = build.entry.module;
      const reply: unknown = await handleRequest(request, 200, new Headers(), entry, context);
      return reply instanceof Response ? { reply } : { outcomes };
    } catch {
      return { outcomes }; // Remix meets the same mistake, reports it and renders the error page
    }
  };
}
