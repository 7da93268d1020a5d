import { execFileSync } from 'node:child_process';
import type { Said } from './texts.ts';

/** Somebody who wrote in the filled round. */
export type Speaker = Said & { memberId: string; mayQuote: boolean };

export type FilledRound = {
  panelId: string;
  /** Three hundred people wrote and voted in it. */
  roundId: string;
  /** Few people voted in it. */
  smallRoundId: string;
  speakers: Speaker[];
};

/** In a process of its own: the embedded database is opened by one alone. */
export function fillRoundIn(dataDir: string): FilledRound {
  const script = 'tests/e2e/support/fill-round.ts';
  const printed = execFileSync(process.execPath, ['--import', 'tsx', script, dataDir], {
    ...{ encoding: 'utf8', maxBuffer: 16 * 1024 * 1024 },
  });
  return JSON.parse(printed) as FilledRound;
}
