import { canonicalJson } from '#surveys/model/canonical-json.ts';
import type { Instrument } from '#surveys/model/instrument.ts';

/** Pretty JSON with sorted keys: two exports of one instrument are the same file, byte for byte. */
export function exportInstrument(instrument: Instrument): string {
  return `${JSON.stringify(JSON.parse(canonicalJson(instrument)), null, 2)}\n`;
}
