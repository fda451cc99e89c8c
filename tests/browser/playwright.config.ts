import { defineConfig } from '@playwright/test';
import { launchOptions } from './chromium.mjs';

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
  use: { launchOptions, locale: 'nl-NL', timezoneId: 'Europe/Amsterdam', screenshot: 'only-on-failure' },
});
