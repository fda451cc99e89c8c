/// Debian's own Chromium without a window, quiet on a machine without a network. As root it needs --no-sandbox.
import { chromium } from '@playwright/test';

export const launchOptions = {
  executablePath: '/usr/bin/chromium-headless-shell',
  args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync'],
};

export const launchChromium = () => chromium.launch(launchOptions);
