import { startDemo, type Demo } from '../start-demo.ts';
import { leapingClock } from './leaping-clock.ts';

/** A server whose clock can leap: its hours would otherwise have to be waited for. */
export async function startOwnServer(): Promise<Demo & { leapToNews: () => void }> {
  const demo = await startDemo({ NODE_OPTIONS: `--import=${leapingClock}` });
  const shared = { url: process.env['E2E_URL'], password: process.env['E2E_PASSWORD'] };
  process.env['E2E_URL'] = demo.server.url;
  process.env['E2E_PASSWORD'] = demo.password;
  return {
    ...demo,
    leapToNews: () => void demo.server.child.kill('SIGUSR2'),
    stop: async () => {
      // The next spec of this worker goes to the shared one again.
      process.env['E2E_URL'] = shared.url;
      process.env['E2E_PASSWORD'] = shared.password;
      await demo.stop();
    },
  };
}
