import { EnvironmentError } from '../env.server.ts';

const expected = new Set(['DataDirInUseError', 'ServiceError', EnvironmentError.name]);

/** What a person can mend is said in one line; anything else is a fault of ours and shown whole. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    const known = error instanceof Error && expected.has(error.name);
    process.stderr.write(`${known ? error.message : String((error as Error).stack)}\n`);
    process.exitCode = 1;
  }
}
