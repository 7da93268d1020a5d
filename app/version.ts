import { version } from '../package.json';

/** Of Attune itself, as methods sections and archives name it. */
export const attuneVersion: string = version;
