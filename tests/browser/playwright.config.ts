import { defineConfig } from '@playwright/test';

/// Debian's own Chromium, quiet on a machine without a network. As root it needs --no-sandbox.
const chromium = {
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync'],
};

export default defineConfig({
  testDir: '.',
  outputDir: process.env.PLEIN_TEST_RESULTS ?? '../../var/browser-results',
  globalSetup: './stage.ts',
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  retries: 0,
  reporter: 'line',
  use: { launchOptions: chromium, locale: 'nl-NL', timezoneId: 'Europe/Amsterdam', screenshot: 'only-on-failure' },
});
