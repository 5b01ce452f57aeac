import { QueryClientProvider } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { IntlProvider } from 'react-intl';
import { en } from '../texts/en';
import { Announcer } from './announcer';
import { CrashScreen } from './crash-screen';
import { makeQueryClient } from './query-client';
import type { Surface } from './surface';

/** Texts are English so far; dates, times and numbers follow the person's own locale and time zone. */
export function Providers({ surface, children }: { surface: Surface; children: ReactNode }) {
  const [queryClient] = useState(makeQueryClient);
  return (
    <IntlProvider
      locale={surface.locale}
      defaultLocale="en"
      messages={en}
      {...(surface.timeZone === undefined ? {} : { timeZone: surface.timeZone })}
    >
      <QueryClientProvider client={queryClient}>
        <Announcer>
          <CrashScreen>{children}</CrashScreen>
        </Announcer>
      </QueryClientProvider>
    </IntlProvider>
  );
}
