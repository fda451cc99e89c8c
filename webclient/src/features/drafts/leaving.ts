import { beforeSigningOut } from '../accounts/session.ts';
import { isTaken, tabsWithDraft } from '../posts/drafts.ts';

/// Drafts leave the device with whoever signs out: what the server does not have is brought there first.
beforeSigningOut(async () => {
  try {
    const { saveAll } = await import('./sync.ts');
    return await saveAll();
  } catch {
    // Without the code that saves them nothing is known of what the server has.
    return !tabsWithDraft().some(isTaken);
  }
});
