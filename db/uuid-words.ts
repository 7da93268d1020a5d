/** Many uuids as their bytes, sixteen each one after another, taken four at a time to be compared. */
export type UuidWords = Uint32Array;

const valueOf = new Uint8Array(128);
for (let value = 0; value < 16; value += 1) {
  const digit = value.toString(16);
  valueOf[digit.charCodeAt(0)] = value;
  valueOf[digit.toUpperCase().charCodeAt(0)] = value;
}

const [textLength, hyphen] = [36, 0x2d];

/** Reads the uuid written in `text` from byte `from` on, into sixteen bytes of `to` from `place` on. */
export function readUuid(text: Uint8Array, from: number, to: Uint8Array, place: number): void {
  let at = place;
  for (let next = from; next < from + textLength; next += 1) {
    const digit = text[next] ?? 0;
    if (digit === hyphen) continue;
    next += 1;
    to[at] = ((valueOf[digit] ?? 0) << 4) | (valueOf[text[next] ?? 0] ?? 0);
    at += 1;
  }
}

export function bytesOfUuids({ buffer, byteOffset, byteLength }: UuidWords): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

export function uuidsOfBytes(bytes: Uint8Array): UuidWords {
  return new Uint32Array(Uint8Array.from(bytes).buffer);
}

/** One text for each, hyphens included. */
export function uuidTexts(words: UuidWords): string[] {
  const hex = Buffer.from(bytesOfUuids(words)).toString('hex');
  return Array.from({ length: words.length / 4 }, (_, uuid) => {
    const digits = hex.slice(uuid * 32, uuid * 32 + 32);
    return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  });
}
