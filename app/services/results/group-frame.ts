import type { ResultsFrame } from './present-frame.ts';
import type { Frame } from './present-items.ts';
import type { Reader } from './reader.server.ts';

/** Whom and when the numbers are about, for a chart's subtitle. */
export function frameOf(reader: Reader, frame: ResultsFrame, n: number | null): Frame {
  return {
    group: frame.group?.label ?? reader.t('filter.everybody'),
    wave: frame.wave?.name ?? '',
    n: n === null ? '–' : reader.number(n, 0),
  };
}
