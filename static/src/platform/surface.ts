import { createContext, useContext } from 'react';

/** What the host tells about the page: who looks at it is decided by the resolver, never here. */
export interface Surface {
  moduleKey: string;
  /** BCP 47, e.g. `en-GB`. */
  locale: string;
  /** IANA time zone; undefined leaves it to the browser. */
  timeZone: string | undefined;
  /** Address of the Jira site without a slash at its end. */
  siteUrl: string;
}

export const SurfaceContext = createContext<Surface | null>(null);

/** The surface the component is drawn in. @throws {Error} outside of `Providers`. */
export function useSurface(): Surface {
  const surface = useContext(SurfaceContext);
  if (!surface) throw new Error('useSurface needs Providers above it');
  return surface;
}

/** Reads what the pages need of the bridge's context and replaces what no browser could format with. */
export function readSurface(context: {
  moduleKey: string;
  locale: string;
  timezone: string;
  siteUrl: string;
}): Surface {
  return {
    moduleKey: context.moduleKey,
    locale: usableLocale(context.locale),
    timeZone: usableTimeZone(context.timezone),
    siteUrl: (context.siteUrl ?? '').replace(/\/+$/, ''),
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
