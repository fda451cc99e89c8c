import { Page } from '../../design/Page.tsx';
import { usePageTitle } from '../../design/usePageTitle.ts';
import { useLaterText } from '../../i18n/text.tsx';
import { Notifications } from './Notifications.tsx';
import { ReadAll } from './ReadAll.tsx';

/// What concerns this person, the newest first.
export function NotificationsPage() {
  const { notifications: words } = useLaterText();
  usePageTitle(words.title);
  return (
    <Page title={words.title} actions={<ReadAll />}>
      <Notifications />
    </Page>
  );
}
