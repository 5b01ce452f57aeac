/** What the host tells about the page: who looks at it is decided by the resolver, never here. */
export interface Surface {
  moduleKey: string;
  /** BCP 47, e.g. `en-GB`. */
  locale: string;
  /** IANA time zone; undefined leaves it to the browser. */
  timeZone: string | undefined;
}

/** Reads what the pages need of the bridge's context and replaces what no browser could format with. */
export function readSurface(context: {
  moduleKey: string;
  locale: string;
  timezone: string;
}): Surface {
  return {
    moduleKey: context.moduleKey,
    locale: usableLocale(context.locale),
    timeZone: usableTimeZone(context.timezone),
  };
}

function usableLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale.replace('_', '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
}

function usableTimeZone(timeZone: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
