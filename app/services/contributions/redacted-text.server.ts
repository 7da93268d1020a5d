import { redact } from '#analysis/redaction/redact.ts';
import type { RedactionSpan } from '#db/schema/contribution.ts';
import { placeholderWords } from './placeholder-words.server.ts';
import type { Original } from './read-original.server.ts';
import { typedSpans } from './redaction-choice.ts';

/** What others read once `spans` are taken out. */
export async function redactedText(
  original: Original,
  spans: readonly RedactionSpan[],
): Promise<string> {
  const words = await placeholderWords(original.language);
  return redact(original.text, typedSpans(spans), words);
}
