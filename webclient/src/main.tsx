import './design/tokens.css';
import './design/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { ignoreRepeats } from './app/repeats.ts';
import { showTheme, theme } from './features/accounts/preferences.ts';
import { sessionEnded } from './features/accounts/session.ts';
import { chooseLanguage, guessLanguage } from './i18n/text.tsx';
import { browser } from './protocol/client.ts';

browser.onNotSignedIn = sessionEnded;
ignoreRepeats();
showTheme(theme.get());
void chooseLanguage(guessLanguage());

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(<App />);
