/**
 * The names by which a model text calls the items: those that R gives the columns of an exported file, so
 * that a model can be taken there as it stands.
 */
export function modelNames(ids: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(
    ids.map((id) => {
      const dotted = id.replaceAll(/[^A-Za-z0-9._]/g, '.');
      const plain = /^[A-Za-z]/.test(dotted) ? dotted : `X${dotted}`;
      const word = plain === 'NA' ? 'NA.' : plain;
      let name = word;
      for (let copy = 1; taken.has(name); copy += 1) name = `${word}.${copy}`;
      taken.add(name);
      return [id, name];
    }),
  );
}
