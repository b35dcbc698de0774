import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findChromium } from './test/find-chromium.mjs';
import { openWcStub } from './test/open-wc-stub.mjs';
import { instruments } from './rollup.config.mjs';

const chromium = findChromium();
const fromSource = ['waymark-source', 'module', 'import', 'default'];

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { conditions: ['node', ...fromSource] },
        ssr: { resolve: { conditions: ['node', ...fromSource] } },
        plugins: [instruments()],
        test: {
          name: 'node',
          environment: 'node',
          include: ['packages/*/src/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: ['**/*.browser.test.ts', '**/node_modules/**'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve: { conditions: ['browser', ...fromSource] },
        plugins: [instruments(), openWcStub()],
        optimizeDeps: {
          include: ['@hpke/core', '@open-wc/testing/pure', 'idb-keyval', 'lit/html.js', 'zod/mini'],
        },
        test: {
          name: 'browser',
          include: ['packages/*/src/**/*.browser.test.ts'],
          testTimeout: 30_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                ...(chromium === undefined ? {} : { executablePath: chromium }),
                args: ['--no-sandbox'],
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
