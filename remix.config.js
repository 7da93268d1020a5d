import { fileURLToPath } from 'node:url';

/** Remix's options; `vite.config.ts` imports them. Becomes `react-router.config.ts` on migration. */
/** @type {import('@remix-run/dev').VitePluginConfig} */
export default {
  appDirectory: fileURLToPath(new URL('app', import.meta.url)),
  future: {
    v3_fetcherPersist: true,
    v3_lazyRouteDiscovery: true,
    v3_relativeSplatPath: true,
    v3_routeConfig: true,
    v3_singleFetch: true,
    v3_throwAbortReason: true,
  },
};
