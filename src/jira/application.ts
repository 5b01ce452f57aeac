/** How the web link names the application it leads to. */
export const ALIGN_APPLICATION = { type: 'com.jiraalign', name: 'Jira Align' } as const;
