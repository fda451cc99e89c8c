/// A feed that somebody reads far down, on the stage of the browser tests: run by scripts/long-feed, and by nothing else.
import { defineConfig } from '@playwright/test';
import tests from './playwright.config.ts';

export default defineConfig(tests, { testMatch: 'long_feed.take.ts', workers: 1, timeout: 1_800_000 });
