/** Names that are read as the same are the same: in any case, however spaced. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').replaceAll(/\s+/g, ' ').trim().toLowerCase();
}

export function hasRepeatedName(names: readonly string[]): boolean {
  return new Set(names.map(nameKey)).size < names.length;
}
