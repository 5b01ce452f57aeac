import { QueryClientProvider } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { IntlProvider } from 'react-intl';
import type { TextId } from '../texts/en';
import { Announcer } from './announcer';
import { CrashScreen } from './crash-screen';
import { makeQueryClient } from './query-client';
import type { Surface } from './surface';

interface ProvidersProps {
  surface: Surface;
  /** The texts that the surface needs. */
  messages: Partial<Record<TextId, string>>;
  children: ReactNode;
}

/** Texts are English so far; dates, times and numbers follow the person's own locale and time zone. */
export function Providers({ surface, messages, children }: ProvidersProps) {
  const [queryClient] = useState(makeQueryClient);
  return (
    <IntlProvider
      locale={surface.locale}
      defaultLocale="en"
      messages={messages}
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
