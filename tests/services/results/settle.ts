import { computeQueued } from './compute-queued.ts';

/** Asks for a page until nothing that it wants is left to compute. */
export async function settle<Page>(
  workspace: { organisationId: string },
  ask: () => Promise<Page>,
): Promise<Page> {
  await ask();
  while ((await computeQueued(workspace)) > 0) await ask();
  return ask();
}
