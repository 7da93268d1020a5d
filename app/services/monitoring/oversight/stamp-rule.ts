/**
 * From when on review may have become a rubber stamp. Its limits are this release's, given with the reason; nothing
 * in the literature sets them. Its words: `oversight:stamp.rule`, the reason `oversight:stamp.why`.
 */
export const stampRule = {
  version: 1,
  /** Outputs are decided against more seldom: fewer than one in twenty. */
  fewestOverrides: 0.05,
  /** Wrong outputs, or planted errors, pass more often than not. */
  mostPassed: 0.5,
  /** Seconds are no rule's: the target of this metric in the plan in force, read as the least time a review takes. */
  secondsFrom: 'review-time',
  sources: [
    'Parasuraman, Manzey (2010). https://doi.org/10.1177/0018720810376055',
    'Goddard, Roudsari, Wyatt (2012). https://doi.org/10.1136/amiajnl-2011-000089',
  ],
} as const;

/** An interval wider than this, from end to end, says too little for a sentence. */
export const widestTold = 0.2;
