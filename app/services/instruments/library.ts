import { nurseAiReadiness } from '#surveys/library/nurse-ai-readiness/structure.ts';
import type { Instrument } from '#surveys/model/instrument.ts';

/** Ready to field; an organisation adopts one to make it its own. */
export const libraryEntries: readonly Instrument[] = [nurseAiReadiness];
