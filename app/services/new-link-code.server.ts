import { randomInt } from 'node:crypto';

/** Without letters and digits that are taken for one another when read from a poster. */
const alphabet = '23456789abcdefghjkmnpqrstuvwxyz';
const codeLength = 10;

/** The code of a link that is open to anybody who has it. */
export function newLinkCode(): string {
  return Array.from({ length: codeLength }, () => alphabet.charAt(randomInt(alphabet.length))).join(
    '',
  );
}
