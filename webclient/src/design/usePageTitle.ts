import { useEffect } from 'react';
import { useText } from '../i18n/text.tsx';

/// The title of the page in view: in the browser's tab and history.
export function usePageTitle(...parts: (string | undefined)[]): void {
  const { app } = useText();
  const title = [...parts.filter((part) => part !== undefined && part !== ''), app.name].join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
