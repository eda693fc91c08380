import {
  baseLocale,
  extractLocaleFromNavigator,
  isLocale,
  locales,
  localStorageKey,
  overwriteGetLocale,
  type Locale,
} from '../../paraglide/runtime.js';

/** The language of the screens. Every message reads it, so a change shows at once, without a reload. */
class Language {
  current = $state<Locale>(remembered());
  readonly all = locales;

  set(locale: Locale): void {
    this.current = locale;
    document.documentElement.lang = locale;
    try {
      localStorage.setItem(localStorageKey, locale);
    } catch {
      // A browser that keeps nothing still switches for this visit.
    }
  }
}

function remembered(): Locale {
  try {
    const stored = localStorage.getItem(localStorageKey);
    if (isLocale(stored)) return stored;
  } catch {
    // No storage: the browser's own language decides.
  }
  return extractLocaleFromNavigator() ?? baseLocale;
}

export const language = new Language();
overwriteGetLocale(() => language.current);
