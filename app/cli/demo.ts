import { ensureDemo } from '../services/demo/ensure-demo.server.ts';
import { runCommand } from './run-command.ts';

/** `npm run demo`: puts the demo organisation into the configured database. */
await runCommand(async () => {
  process.stdout.write(await ensureDemo());
  return undefined;
});
