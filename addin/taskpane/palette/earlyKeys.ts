/** No field takes longer to come, in milliseconds; where it does not come at all, keys are for the page again. */
const patience = 5000;

type Key = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing' | 'timeStamp' | 'preventDefault'
>;

const isText = ({ key, ctrlKey, metaKey, altKey, isComposing }: Key): boolean =>
  key.length === 1 && !ctrlKey && !metaKey && !altKey && !isComposing;

/** What somebody types while the field that it is for is still on its way: it would be lost, or land in another. */
export function openEarlyKeys() {
  let waiting: { text: string; readonly since: number } | null = null;
  return {
    begin: (since: number): void => {
      waiting = { text: '', since };
    },
    hear: (event: Key): void => {
      if (waiting === null || event.timeStamp - waiting.since > patience || !isText(event)) return;
      waiting.text += event.key;
      event.preventDefault();
    },
    /** Once the field is there. */
    take: (): string => {
      const text = waiting?.text ?? '';
      waiting = null;
      return text;
    },
  };
}
