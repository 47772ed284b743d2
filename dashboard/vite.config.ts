import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const src = fileURLToPath(new URL('./src', import.meta.url))

// LATCHKEY_ADMIN_URL is where `npm run dev` finds the admin API: that of `make run`.
const admin = process.env.LATCHKEY_ADMIN_URL ?? 'http://127.0.0.1:8080'

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@': src } },
  server: { proxy: { '/graphql': admin } },
  build: {
    target: 'es2022',
    // The Content-Security-Policy has no data: for fonts and scripts, and the server compresses.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    license: { fileName: 'LICENSES.md' }, // of the libraries that are shipped
    modulePreload: { polyfill: false },
  },
  test: {
    projects: [
      { extends: true, test: { name: 'unit', include: ['src/**/*.test.ts'], environment: 'node' } },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['e2e/**/*.e2e.ts'],
          environment: 'node',
          globalSetup: 'e2e/server.ts',
          testTimeout: 600_000, // each wait in it has 30 s
          hookTimeout: 120_000,
          fileParallelism: false,
          expect: { poll: { timeout: 30_000 } }, // as long as the browser is waited for
        },
      },
    ],
  },
})
