import type { Reader } from './reader.server.ts';
import type { ChangeResult } from './specification.ts';

/** How many could be paired, and who was left out. */
export function changeRemarks({ t, percent }: Reader, result: ChangeResult): string[] {
  const heldBack = Math.max(
    0,
    ...(result.changes ?? []).map(({ change }) => (change.shown ? change.heldBack : 0)),
  );
  return [
    t('change.matched', { percent: percent(result.matchedPercent) }),
    ...(heldBack > 0 ? [t('change.heldBack', { count: heldBack })] : []),
    ...(result.hasRepeatedKeys ? [t('change.repeated')] : []),
  ];
}
