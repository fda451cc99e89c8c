import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { budget } from './build/budget.ts';
import { className } from './build/class-names.ts';
import { precompress } from './build/precompress.ts';
import { preloadFont } from './build/preload-font.ts';

// The server that `npm run dev` talks to.
const server = process.env.PLEIN_SERVER ?? 'http://localhost:8080';

export default defineConfig({
  plugins: [
    react(),
    { ...optimizeLocales.vite({ locales: ['nl-NL', 'en-US'] }), enforce: 'pre' },
    preloadFont(/inter-latin-wght-normal.*\.woff2$/),
    precompress(),
    budget({ firstLoadJavaScriptKilobytes: 170 }),
  ],
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    // Icons and fonts stay files of our own origin: the Content-Security-Policy allows fonts from nowhere else.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // What the first page needs is one file, however many later pages share a part of it: it compresses better, and
    // comes in one go.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } } },
    // Our own budget, in build/budget.ts, is the stricter one.
    chunkSizeWarningLimit: 1024,
  },
  css: { modules: { generateScopedName: className } },
  server: {
    proxy: {
      '/api': { target: server, changeOrigin: true },
      '/live': { target: server, changeOrigin: true, ws: true },
    },
  },
  test: {
    environment: 'happy-dom',
    include: ['tests/**/*.test.{ts,tsx}'],
    setupFiles: ['tests/setup.ts'],
    css: { modules: { classNameStrategy: 'non-scoped' } },
    restoreMocks: true,
    // A build beside the tests makes everything slow, not wrong.
    testTimeout: 60_000,
  },
});
