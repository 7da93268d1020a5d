import { attuneVersion } from '../../version.ts';

/**
 * Raised when verdicts of an audit come out otherwise from the same records, also between versions of Attune; runs
 * from before there was a number count as the first.
 */
const computation = 2;

/** What computed an audit: a run that bears something else is of another version, and may differ for that. */
export const evidenceVersion = `${attuneVersion}+${computation}`;
