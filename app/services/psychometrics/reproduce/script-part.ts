/** Options of a step as it ran; columns under the names they have in the file. */
export type StepOptions = Readonly<Record<string, unknown>>;

/** How one family is computed in R, and which of our numbers that gives again. */
export interface ScriptPart {
  packages: readonly string[];
  /**
   * R statements. `d` is the data frame, the report gives what a search found; they assign a named numeric vector to `found`. Names are those of
   * `numbers`.
   */
  code: (options: StepOptions, report: unknown) => string;
  /** From the report as plain JSON. */
  numbers: (report: unknown) => Readonly<Record<string, number | null | undefined>>;
  /** Largest |ours − R| that rounding and stopping rules explain, relative to max(1, |R|). */
  tolerance: number;
}
