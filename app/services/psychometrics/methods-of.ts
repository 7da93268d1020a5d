import type { AnalysisReader } from './reader.server.ts';

/** The methods of a page and by which version they were computed; where nothing was found, nothing. */
export function methodsOf(
  { say }: AnalysisReader,
  methods: readonly string[],
  version: string,
): string[] {
  return methods.length > 0 ? [...methods, say('software', { version })] : [];
}
