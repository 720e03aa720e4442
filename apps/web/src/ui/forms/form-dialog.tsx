// A form in a dialog: the server's refusal stays in it, field errors beside their fields, and nothing typed is lost.
import { Form, type FormInstance, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemBox, useFieldProblems } from './problem';

interface FormDialogProps<Values> {
  readonly title: ReactNode;
  readonly yes?: string;
  readonly form: FormInstance<Values>;
  readonly initialValues?: object;
  readonly deed: { readonly error: Error | null; readonly isPending: boolean };
  readonly onFinish: (values: Values) => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** First words of the server's pointers that are called otherwise in this form. */
  readonly names?: Readonly<Record<string, string>>;
  readonly width?: number;
}

export function FormDialog<Values>(props: FormDialogProps<Values>) {
  const { title, yes, form, initialValues, deed, onFinish, onClose, children, names, width = 520 } = props;
  const { t } = useTranslation();
  const beside = useFieldProblems(form, deed.error, names);
  return (
    <Modal
      open
      title={title}
      width={width}
      okText={yes ?? t('common.save')}
      confirmLoading={deed.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <ProblemBox error={deed.error} beside={beside} />
      {/* The name goes before the ids of its fields, which the page behind may have too. */}
      <Form<Values>
        name="dialog"
        form={form}
        layout="vertical"
        initialValues={initialValues}
        onFinish={onFinish}
      >
        {children}
      </Form>
    </Modal>
  );
}
