export const passwordLength = { minimum: 12, maximum: 200 } as const;
