/** How long a key may be; of visible signs of ASCII. */
export const keyLength = { least: 8, most: 128 } as const;

export const keyPattern = `^[\\x21-\\x7e]{${keyLength.least},${keyLength.most}}$`;
