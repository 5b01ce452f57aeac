import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const { sort } = createRequire(import.meta.url)('@compiled/css') as {
  sort(
    css: string,
    options: { sortAtRulesEnabled: boolean; sortShorthandEnabled: boolean },
  ): string;
};

/**
 * Atlaskit ships one `*.compiled.css` of atomic rules per module. Those rules rely on an order (`:active` after
 * `:hover`, longhand after shorthand) that plain concatenation loses.
 */
function sortAtomicCss(): Plugin {
  return {
    name: 'sort-atomic-css',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'asset' && file.fileName.endsWith('.css')) {
          file.source = sort(String(file.source), {
            sortAtRulesEnabled: true,
            sortShorthandEnabled: true,
          });
        }
      }
    },
  };
}

export default defineConfig({
  // Forge serves a resource from a versioned sub-path, so every address is relative.
  base: './',
  plugins: [react(), sortAtomicCss()],
  resolve: {
    dedupe: ['react', 'react-dom'],
    alias: [
      {
        find: /^@atlaskit\/feature-gate-js-client(\/feature-gates)?$/,
        replacement: fileURLToPath(new URL('./src/platform/feature-gates.ts', import.meta.url)),
      },
    ],
  },
  build: {
    outDir: 'build',
    emptyOutDir: true,
    target: 'es2022',
    manifest: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    chunkSizeWarningLimit: 700,
  },
});
