import { fileURLToPath } from 'node:url';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vitest/config';

const server = process.env.BASE_URL ?? 'http://localhost:8010';
const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

export default defineConfig(({ command }) => ({
  plugins: [
    tailwindcss(),
    svelte(),
    // A build compiles the messages beforehand, in scripts/messages.mjs, where a fault ends it.
    command === 'serve' && !process.env.VITEST
      ? paraglideVitePlugin({
          project: './project.inlang',
          outdir: './src/paraglide',
          strategy: ['localStorage', 'preferredLanguage', 'baseLocale'],
          emitTsDeclarations: true,
        })
      : null,
  ],
  resolve: {
    alias: {
      $shared: path('./src/shared'),
      $features: path('./src/features'),
      $messages: path('./src/paraglide/messages.js'),
    },
  },
  build: { target: 'es2022', chunkSizeWarningLimit: 400, manifest: true },
  server: {
    proxy: {
      '/api': server,
      '/rpc': { target: server, ws: true },
    },
  },
  test: { include: ['src/**/*.test.ts', 'lint/**/*.test.ts'], environment: 'node' },
}));
