import type { UserConfig } from 'vite';

/** For benches that reach the catalogues, which only Vite can find: esbuild knows no `import.meta.glob`. */
export default {
  publicDir: false,
  build: {
    ssr: 'tests/bench/ingest.ts',
    outDir: 'build/bench',
    emptyOutDir: false,
    target: 'node20',
  },
} satisfies UserConfig;
