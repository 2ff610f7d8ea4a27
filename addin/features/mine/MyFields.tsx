import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Me } from '../../../server/src/contract/signatures/me.ts';
import { useSetMyFields } from '../../api/signatures/mySignatureApi.ts';
import { fieldName } from '../../ui/changes/fieldName.ts';
import { ValueForm } from '../../ui/fields/ValueForm.tsx';
import { ValueList, ValueRow } from '../../ui/fields/ValueRow.tsx';
import { Panel } from '../../ui/page/Panel.tsx';
import { Approval } from './Approval.tsx';

const useStyles = makeStyles({
  lead: { margin: 0, color: tokens.colorNeutralForeground2 },
  about: { color: tokens.colorNeutralForeground2 },
});

type MyField = Me['fields'][number];

/** Whether what was set by hand, or left out, is what the organization shows. */
const aboutOf = ({ value, own, hidden, directory }: MyField) => {
  if (own !== '' && value !== own && value === directory) return 'unused';
  if (hidden && value !== '') return 'unusedHide';
  if (own !== '' || hidden) return 'own';
  return directory === '' ? 'nothing' : 'directory';
};

/** What the directory says, or that what was set by hand, or left out, is not what the organization shows. */
function About({ field }: { field: MyField }) {
  const { t } = useTranslation('mine');
  const styles = useStyles();
  const text = {
    unused: t('fields.unused', { value: field.own }),
    unusedHide: t('teammates:own.unused'),
    own: t('teammates:override.hint', { value: field.directory || t('teammates:detail.empty') }),
    directory: t('fields.directory'),
    nothing: '',
  }[aboutOf(field)];
  return text === '' ? null : <Caption1 className={styles.about}>{text}</Caption1>;
}

interface MyFieldEditorProps {
  readonly me: Me;
  readonly field: MyField;
  readonly onDone: () => void;
}

function MyFieldEditor({ me, field, onDone }: MyFieldEditorProps) {
  const { t, i18n } = useTranslation('mine');
  const save = useSetMyFields(me);
  return (
    <ValueForm
      label={t('fields.label', { field: fieldName(i18n, field.key, field.labels) })}
      kind={field.kind}
      own={field.own}
      isHidden={field.hidden}
      asked={field.waiting?.value ?? ''}
      {...(field.needsApproval ? { note: t('fields.asks') } : {})}
      directory={field.directory}
      isPending={save.isPending}
      error={save.error}
      save={field.needsApproval ? t('fields.ask') : t('teammates:override.save')}
      {...(field.hideable ? { hide: t(field.needsApproval ? 'teammates:own.ask' : 'teammates:override.hide') } : {})}
      onSave={(value) => save.mutate({ [field.key]: value }, { onSuccess: onDone })}
      onDone={onDone}
    />
  );
}

/** What of their signature people may change themselves, where an admin leaves anything to them. */
export function MyFields({ me }: { me: Me }) {
  const { t, i18n } = useTranslation('mine');
  const styles = useStyles();
  if (me.fields.length === 0) return null;
  return (
    <Panel title={t('fields.title')}>
      <p className={styles.lead}>{t('fields.lead')}</p>
      <ValueList>
        {me.fields.map((field) => (
          <ValueRow
            key={field.key}
            name={fieldName(i18n, field.key, field.labels)}
            value={field.value}
            {...(field.hidden ? { blank: t('teammates:override.out') } : {})}
            about={
              <>
                <About field={field} />
                <Approval field={field} />
              </>
            }
            editor={(onDone) => <MyFieldEditor me={me} field={field} onDone={onDone} />}
          />
        ))}
      </ValueList>
    </Panel>
  );
}
