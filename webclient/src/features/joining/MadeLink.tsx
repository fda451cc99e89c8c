import { Copy } from 'lucide-react';
import { Button } from '../../design/Button.tsx';
import { complain, say } from '../../design/toast.ts';
import { useLaterText } from '../../i18n/text.tsx';
import styles from './Links.module.css';

/// A new link, shown this once: the server itself could not read it again.
export function MadeLink({ address }: { address: string }) {
  const text = useLaterText();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address);
      say(text.post.copied);
    } catch {
      complain(text.post.copyFailed);
    }
  };
  return (
    <div role="status" className={styles.made}>
      <p>{text.joining.linkOnce}</p>
      <p className={styles.address}>{address}</p>
      <Button look="primary" icon={<Copy size={16} aria-hidden />} onClick={copy}>
        {text.post.copyLink}
      </Button>
    </div>
  );
}
