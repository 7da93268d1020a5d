/**
 * The rule by which review may have become a rubber stamp: its limits, which are a convention of this release.
 *
 * sign = (wrong outputs or planted errors pass in more than `mostPassed`) ∧ (fewer than `fewestOverrides` are decided
 * against ∨ the median review is quicker than the plan's least time); `stampVerdict` joins the marks.
 *
 * Ranges: shares in [0, 1], of which the whole interval must lie beyond the limit; seconds above 0. Missing data: what
 * was not sent, and a least time that no plan sets, is unknown, and the verdict 'cannot-tell' where it depends on it.
 * Source: those in `sources` say why two marks and not one; they set no limit. In words: `oversight:stamp.rule`, `.why`.
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
