import type { ServerBuild } from '@remix-run/node';

/** What a loader or action did: gives its answer, or throws what it threw. */
export type Outcome = () => unknown;
/** By `loader` or `action` and the route's id. */
export type Outcomes = ReadonlyMap<string, Outcome>;

type RouteModule = ServerBuild['routes'][string]['module'];
export type Handler = NonNullable<RouteModule['action']>;
type Kind = 'loader' | 'action';

export async function outcomeOf(handler: Handler, args: Parameters<Handler>[0]): Promise<Outcome> {
  try {
    const result: unknown = await handler(args);
    return () => result;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

export function outcomeKey(kind: Kind, routeId: string): string {
  return `${kind} ${routeId}`;
}

function replaying(kind: Kind, routeId: string, handler: Handler): Handler {
  return (args) => {
    const outcome = args.context.outcomes?.get(outcomeKey(kind, routeId));
    return outcome ? Promise.resolve().then(outcome) : handler(args);
  };
}

/** The same routes; a loader or action that has run already answers as it did, and does not run again. */
export function withOutcomes(routes: ServerBuild['routes']): ServerBuild['routes'] {
  return Object.fromEntries(
    Object.entries(routes).map(([id, route]) => {
      const { action, loader } = route.module;
      const module: RouteModule = {
        ...route.module,
        ...(action ? { action: replaying('action', id, action) } : {}),
        ...(loader ? { loader: replaying('loader', id, loader) } : {}),
      };
      return [id, { ...route, module }];
    }),
  );
}
