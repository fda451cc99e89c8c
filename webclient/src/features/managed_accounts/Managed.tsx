import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { buttonClass } from '../../design/Button.tsx';
import { PageMessage } from '../../design/States.tsx';
import { useText } from '../../i18n/text.tsx';
import { useMe } from '../accounts/session.ts';

/// For who manages people; for everybody else there is nothing here.
export function Managed({ children }: { children: ReactNode }) {
  const text = useText();
  if (useMe().rights.includes('manage_people')) return children;
  return (
    <PageMessage title={text.problem.notFound} hint={text.problem.notFoundHint}>
      <Link to="/" className={buttonClass('secondary')}>
        {text.problem.toHome}
      </Link>
    </PageMessage>
  );
}
