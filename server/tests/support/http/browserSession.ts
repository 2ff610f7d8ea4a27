/** A person's browser without a screen: follows no redirect by itself and keeps the cookies of one host. */
export interface BrowserSession {
  get(url: string): Promise<Response>;
  post(url: string, form: Readonly<Record<string, string | readonly string[]>>): Promise<Response>;
}

export const openBrowserSession = (): BrowserSession => {
  const cookies = new Map<string, string>();
  const send = async (url: string, init: RequestInit): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { ...init.headers, cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [name, value] = (line.split(';')[0] ?? '').split('=');
      if (name !== undefined) cookies.set(name, value ?? '');
    }
    return response;
  };
  return {
    get: (url) => send(url, {}),
    post: (url, form) => {
      const body = new URLSearchParams();
      for (const [name, value] of Object.entries(form)) for (const one of [value].flat()) body.append(name, one);
      return send(url, { method: 'POST', body });
    },
  };
};

/** Where a response sends the browser. */
export const locationOf = (response: Response): URL => {
  const location = response.headers.get('location');
  if (location === null) throw new Error(`No redirect but ${String(response.status)}`);
  return new URL(location, response.url);
};
