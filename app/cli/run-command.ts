import { connect, disconnect } from '../database.server.ts';
import { EnvironmentError } from '../env.server.ts';

/** For what the person at the keyboard can put right: one line, no stack. */
export class CommandError extends Error {
  override name = 'CommandError';
}

const expected = ['CommandError', 'DataDirInUseError', EnvironmentError.name];

/**
 * Opens the database, runs a command and exits with the code it returns, if any. On the embedded database
 * this is refused while the server holds the data directory.
 */
export async function runCommand(work: () => Promise<number | undefined>): Promise<void> {
  try {
    await connect();
    process.exitCode = (await work()) ?? 0;
  } catch (error) {
    const { name, message, stack } = error as Error;
    process.stderr.write(`${expected.includes(name) ? message : (stack ?? message)}\n`);
    process.exitCode = 1;
  } finally {
    await disconnect();
  }
}
