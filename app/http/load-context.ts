import '@remix-run/node';

declare module '@remix-run/node' {
  interface AppLoadContext {
    nonce?: string;
    /** Named in logs and on error pages, so that a person can point to it. */
    reference?: string;
  }
}
