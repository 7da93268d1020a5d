import { startOwnServer } from '../own-server.ts';
import type { Demo } from '../start-demo.ts';
import { leapingClock } from './leaping-clock.ts';

/** A server whose clock can leap: its hours would otherwise have to be waited for. */
export async function startLeapingServer(): Promise<Demo & { leapToNews: () => void }> {
  const demo = await startOwnServer({ environment: { NODE_OPTIONS: `--import=${leapingClock}` } });
  return { ...demo, leapToNews: () => void demo.server.child.kill('SIGUSR2') };
}
