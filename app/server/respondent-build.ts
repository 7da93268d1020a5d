import type { ServerBuild } from '@remix-run/node';
import { withOutcomes } from './outcomes.ts';

function ofRespondents<Entry>(routes: Record<string, Entry>): Record<string, Entry> {
  return Object.fromEntries(
    Object.entries(routes).filter(([id]) => id === 'root' || id.startsWith('routes/s.')),
  );
}

export function isRespondentPath(path: string): boolean {
  return path.startsWith('/s/');
}

/**
 * The same application with the survey pages alone. The router tries its routes one by one, several
 * times a request: with all of them it took a third of the time of a survey page.
 */
export function onlyRespondents(build: ServerBuild): ServerBuild {
  return {
    ...build,
    routes: withOutcomes(ofRespondents(build.routes)),
    assets: { ...build.assets, routes: ofRespondents(build.assets.routes) },
  };
}
