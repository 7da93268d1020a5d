import { analyseCommand } from './analyse/analyse-command.ts';
import { explainError } from './analyse/explain-error.ts';

/** Bad input is one line and exit code 2. */
try {
  process.stdout.write(`${await analyseCommand(process.argv.slice(2))}\n`);
} catch (error) {
  const line = await explainError(error);
  process.stderr.write(`${line ?? (error as Error).stack ?? String(error)}\n`);
  process.exitCode = line === undefined ? 1 : 2;
}
