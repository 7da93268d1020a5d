export const surveyErrorCodes = [
  'item-codes-length',
  'item-code-unknown',
  'not-canonical',
] as const;
export type SurveyErrorCode = (typeof surveyErrorCodes)[number];

export class SurveyError extends Error {
  readonly code: SurveyErrorCode;
  readonly values: Readonly<Record<string, string | number>>;

  constructor(code: SurveyErrorCode, values: Readonly<Record<string, string | number>> = {}) {
    super(code);
    this.name = 'SurveyError';
    this.code = code;
    this.values = values;
  }
}
