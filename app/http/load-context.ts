import '@remix-run/node';

declare module '@remix-run/node' {
  interface AppLoadContext {
    nonce?: string;
    /** Named in logs and on error pages, so that a person can point to it. */
    reference?: string;
    /** What loaders and actions did that ran before Remix; see `server/outcomes.ts`. */
    outcomes?: ReadonlyMap<string, () => unknown>;
  }
}
