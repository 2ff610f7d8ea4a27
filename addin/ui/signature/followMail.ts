/** What a mail in a frame takes, with the bar that a mail wider than the frame is moved by. */
function heightOf(frame: HTMLIFrameElement, mail: HTMLElement): number {
  const bar = frame.clientHeight - mail.ownerDocument.documentElement.clientHeight;
  return Math.ceil(mail.getBoundingClientRect().height) + Math.max(0, bar);
}

/**
 * Says how high the mail in a frame is: as soon as it stands there, when a picture comes late, when it becomes narrower.
 * Until its document has loaded, which waits for every picture, the mail is looked for once a frame; afterwards
 * the browser tells. Returns how to stop.
 */
export function followMail(frame: HTMLIFrameElement, tell: (height: number) => void): () => void {
  let seen: HTMLElement | null = null;
  let next = 0;
  const observer = new ResizeObserver(() => {
    if (seen !== null) tell(heightOf(frame, seen));
  });
  const look = (): void => {
    const mail = frame.contentDocument?.getElementById('mail') ?? null;
    if (mail === null || mail === seen) return;
    observer.disconnect();
    observer.observe(mail);
    seen = mail;
  };
  const lookAgain = (): void => {
    look();
    next = requestAnimationFrame(lookAgain);
  };
  const loaded = (): void => {
    cancelAnimationFrame(next);
    look();
  };
  frame.addEventListener('load', loaded);
  lookAgain();
  return () => {
    cancelAnimationFrame(next);
    observer.disconnect();
    frame.removeEventListener('load', loaded);
  };
}
