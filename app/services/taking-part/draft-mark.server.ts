import { contentHash } from '../content-hash.server.ts';

/** Tells one state of a draft from another; spaces and line ends around words make no other one. */
export function draftMark(text: string, value: number | null): string {
  return contentHash({ text: text.replaceAll('\r\n', '\n').trim(), value });
}
