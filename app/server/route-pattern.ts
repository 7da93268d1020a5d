import { matchPath } from '@remix-run/react';
import type { ServerBuild } from '@remix-run/node';

function fullPath(routes: ServerBuild['routes'], id: string): string {
  const parts: string[] = [];
  for (let route = routes[id]; route; route = route.parentId ? routes[route.parentId] : undefined) {
    if (route.path) parts.unshift(route.path);
  }
  return `/${parts.join('/')}`;
}

/** A pattern that takes every address must not be tried before one that names it. */
function vagueness(pattern: string): number {
  return pattern.split(':').length + (pattern.includes('*') ? 100 : 0);
}

const patterns = new WeakMap<ServerBuild['routes'], string[]>();

/** The pattern of the route that serves `pathname`, such as `/s/:code/:page`. */
export function matchServerRoutes(routes: ServerBuild['routes'], pathname: string): string {
  if (pathname.startsWith('/assets/')) return '/assets/*';
  const known =
    patterns.get(routes) ??
    [...new Set(Object.keys(routes).map((id) => fullPath(routes, id)))].sort(
      (a, b) => vagueness(a) - vagueness(b),
    );
  patterns.set(routes, known);
  return known.find((pattern) => matchPath(pattern, pathname)) ?? 'unknown';
}
