/// The pictures of the README, on the stage of the browser tests: run by scripts/screenshots.
import { defineConfig } from '@playwright/test';
import tests from './playwright.config.ts';

export default defineConfig(tests, { testMatch: 'tour.take.ts', workers: 1 });
