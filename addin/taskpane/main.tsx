import { createRoot } from 'react-dom/client';
import { FluentProvider, webLightTheme, Button } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
createRoot(document.getElementById('root') as HTMLElement).render(
  <FluentProvider theme={webLightTheme}>
    <Button icon={<AddRegular />}>x</Button>
  </FluentProvider>,
);
