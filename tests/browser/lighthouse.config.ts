/// What Lighthouse says, on the stage of the browser tests: run by scripts/lighthouse, and by nothing else.
import { defineConfig } from '@playwright/test';
import tests from './playwright.config.ts';

export default defineConfig(tests, { testMatch: 'lighthouse.take.ts', workers: 1, timeout: 1_800_000 });
