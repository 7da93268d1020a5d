import { parseInstrument, type ParsedInstrument } from '#surveys/model/parse-instrument.ts';

// Seven languages × 300 items × 2,000 characters would be legal and is far beyond any questionnaire.
export const maximumDocumentLength = 5_000_000;

/** Reads what `exportInstrument` wrote, or any file that claims to be an instrument. */
export function importInstrument(json: string): ParsedInstrument {
  if (json.length > maximumDocumentLength) {
    return {
      ok: false,
      issues: [{ path: '', code: 'too-long', values: { limit: maximumDocumentLength } }],
    };
  }
  let document: unknown;
  try {
    document = JSON.parse(json.replace(/^\uFEFF/u, ''));
  } catch {
    return { ok: false, issues: [{ path: '', code: 'not-json' }] };
  }
  return parseInstrument(document);
}
