/** Values a message needs to name what was wrong; never a sentence, never an answer. */
export type ErrorValues = Readonly<Record<string, number | string>>;

/** Thrown when a function is given data of the wrong shape or outside its domain. */
export class AnalysisError extends Error {
  constructor(
    readonly code: string,
    readonly values: ErrorValues = {},
  ) {
    super(code);
    this.name = new.target.name;
  }
}

/** Lengths, widths or indexes that do not fit together. */
export class ShapeError extends AnalysisError {}

/** A value outside the domain of the function: an illegal code, a probability above one. */
export class DomainError extends AnalysisError {}
