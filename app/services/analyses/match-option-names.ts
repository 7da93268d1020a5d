const plain = (name: string) => name.replaceAll('_', '').toLowerCase();

/**
 * Options under the names a family uses: `min_category`, `mincategory` and `minCategory` are one. Unknown
 * names stay as they are, for the schema to refuse.
 */
export function matchOptionNames(
  given: Readonly<Record<string, unknown>>,
  names: readonly string[],
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => {
      return [names.find((known) => plain(known) === plain(name)) ?? name, value];
    }),
  );
}
