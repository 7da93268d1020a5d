import { startDemo, type Demo } from './start-demo.ts';

/** A server for one spec alone; what the specs read of where it listens leads there until it stops. */
export async function startOwnServer(wishes: Parameters<typeof startDemo>[0]): Promise<Demo> {
  const demo = await startDemo(wishes);
  const shared = { url: process.env['E2E_URL'], password: process.env['E2E_PASSWORD'] };
  process.env['E2E_URL'] = demo.server.url;
  process.env['E2E_PASSWORD'] = demo.password;
  return {
    ...demo,
    stop: async () => {
      // The next spec of this worker goes to the shared one again.
      process.env['E2E_URL'] = shared.url;
      process.env['E2E_PASSWORD'] = shared.password;
      await demo.stop();
    },
  };
}
