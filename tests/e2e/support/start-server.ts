import { startDemo } from './start-demo.ts';

/** One application for all specs; they read where it listens. */
export default async function startApplication(): Promise<() => Promise<void>> {
  const { server, password, stop } = await startDemo();
  process.env['E2E_URL'] = server.url;
  process.env['E2E_PASSWORD'] = password;
  return stop;
}
