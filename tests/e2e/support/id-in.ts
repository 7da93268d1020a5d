/** The first id in an address. */
export const idIn = (address: string | null) =>
  /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(address ?? '')?.[0] ?? '';
