import { expect, logins, signIn, test } from './people.ts';
import { screens } from './tour.screens.ts';

const folder = process.env.PLEIN_SCREENSHOTS ?? '../../var/screenshots';

for (const { name, as, look, open } of screens) {
  test(name, async ({ visit, signedIn }) => {
    const page = await visit({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', ...look });
    await signIn(page, logins[as]);
    await open(page, (login) => signedIn(login, { node: 1 }));
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeAttached();
    await page.waitForLoadState('networkidle');
    await page.waitForFunction(() => document.getAnimations().every((animation) => animation.playState !== 'running'));
    // Headless Chromium draws no scrollbar, so no room is kept for one either.
    await page.evaluate(() => { document.documentElement.style.setProperty('scrollbar-gutter', 'auto'); });
    await page.screenshot({ path: `${folder}/${name}.png`, animations: 'disabled' });
  });
}
