import { useActionData, useSearchParams } from '@remix-run/react';
import { Notice } from './notice.tsx';

/**
 * Says once what the form before this page has done; `words` are by the address's `done`, which stays
 * there when a later form is refused.
 */
export function DoneNotice({ words }: { words: Readonly<Record<string, string>> }) {
  const done = useSearchParams()[0].get('done') ?? '';
  const sentence = Object.hasOwn(words, done) ? words[done] : undefined;
  const isRefused = useActionData() !== undefined;
  if (sentence === undefined || isRefused) return null;
  return (
    <Notice tone="good" live>
      {sentence}
    </Notice>
  );
}
