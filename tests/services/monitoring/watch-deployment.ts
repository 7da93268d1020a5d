import { evaluateWatched } from '#app/services/monitoring/evaluate-watched.ts';
import { readWatched } from '#app/services/monitoring/read-watched.server.ts';

/** Everything that is planned for a deployment, computed over what stands now. */
export async function watchDeployment(...read: Parameters<typeof readWatched>) {
  const found = await readWatched(...read);
  return { ...found, watched: evaluateWatched(found) };
}
