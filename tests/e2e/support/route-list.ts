import { execFileSync } from 'node:child_process';

type RouteNode = { id: string; path?: string; index?: boolean; children?: RouteNode[] };

export type Route = { id: string; address: string };

function flatten(nodes: RouteNode[], parent: string): Route[] {
  return nodes.flatMap(({ id, path, children = [] }) => {
    const address = path ? `${parent}/${path}` : parent;
    const below = flatten(children, address);
    // A layout has no address of its own.
    return below.length > 0 && id !== 'root' ? below : [{ id, address: address || '/' }, ...below];
  });
}

/** Every address there is, as `routes.ts` says. */
export function listRoutes(): Route[] {
  const json = execFileSync('npx', ['remix', 'routes', '--json'], { encoding: 'utf8' });
  const nodes = JSON.parse(json.slice(json.indexOf('['))) as RouteNode[];
  return flatten(nodes, '').filter(({ id }) => id !== 'root');
}
