import { createContext, useContext } from 'react';

const NonceContext = createContext<string | undefined>(undefined);

export const NonceProvider = NonceContext.Provider;

/** The content security policy's nonce of this response; undefined in the browser. */
export function useNonce(): string | undefined {
  return useContext(NonceContext);
}
