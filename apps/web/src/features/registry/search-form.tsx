// What to look for: by the grantor, by the invoice, or by the number of a registration.
import { SearchOutlined } from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import { Button, Card, Checkbox, Flex, Form, Input, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../api/client';
import { type KeyHeader, useDeed } from '../../api/deed';
import { take } from '../../api/problem';
import { ProblemBox, useFieldProblems } from '../../ui/forms/problem';
import { useArchiveTexts } from './archive-texts';
import { PersonFields } from './person/person-fields';
import { usePersonTexts } from './person/texts';

type Body = View<'RecordedSearchBody'>;
type PersonBody = View<'PersonSearchBody'>;
type By = Body['by'] | 'person';
type Values = Omit<Body, 'by'> & Pick<PersonBody, 'purpose'>;

const KINDS = ['name', 'identifier', 'invoice', 'number', 'asset', 'person'] as const satisfies readonly By[];

type Asked = { readonly search: Body } | { readonly person: PersonBody };

/** A person's number goes another way than what may stand in a history. */
function askedOf(by: By, { number, purpose, ...values }: Values): Asked {
  if (by !== 'person') return { search: { ...values, ...(number ? { number } : {}), by } };
  const { includeEnded, includeArchived, reference } = values;
  const wide = {
    ...(includeEnded ? { includeEnded } : {}),
    ...(includeArchived ? { includeArchived } : {}),
    ...(reference ? { reference } : {}),
  };
  return { person: { number: number ?? '', purpose, ...wide } };
}

const ask = (asked: Asked, header: KeyHeader) =>
  'person' in asked
    ? take(api.POST('/api/person-searches', { body: asked.person, params: { header } }))
    : take(api.POST('/api/searches', { body: asked.search, params: { header } }));

export function SearchForm() {
  const { t } = useTranslation();
  const persons = usePersonTexts();
  const navigate = useNavigate();
  const [by, setBy] = useState<By>('name');
  const archive = useArchiveTexts();
  const [form] = Form.useForm<Values>();
  const ended = Form.useWatch('includeEnded', form);
  const search = useDeed({
    call: (asked: Asked, header) => ask(asked, header),
    touches: ['searches'],
    onDone: ({ id }) => void navigate({ to: '/searches/$id', params: { id } }),
  });
  const beside = useFieldProblems(form, search.error);
  const required = [{ required: true, message: t('common.required') }];
  return (
    <Card>
      <ProblemBox error={search.error} beside={beside} />
      <div style={{ overflowX: 'auto', marginBottom: 16 }}>
        <Segmented
          aria-label={t('registry.step1')}
          value={by}
          onChange={(value) => {
            form.resetFields();
            search.reset();
            setBy(value);
          }}
          options={KINDS.map((value) => ({
            value,
            label: value === 'person' ? persons('by') : t(`registry.by.${value}`),
          }))}
        />
      </div>
      <Form<Values> form={form} layout="vertical" onFinish={(values) => search.mutate(askedOf(by, values))}>
        {by === 'name' && (
          <Form.Item
            name="name"
            label={t('registry.by.name')}
            extra={t('registry.exactName')}
            rules={required}
          >
            <Input maxLength={200} />
          </Form.Item>
        )}
        {by === 'identifier' && (
          <Form.Item name="identifier" label={t('registry.by.identifier')} rules={required}>
            <Input maxLength={64} />
          </Form.Item>
        )}
        {by === 'person' && <PersonFields />}
        {by === 'number' && (
          <Form.Item name="number" label={t('registry.by.number')} rules={required}>
            <Input maxLength={32} />
          </Form.Item>
        )}
        {by === 'asset' && (
          <Form.Item name="assetKey" label={t('registry.by.asset')} rules={required}>
            <Input maxLength={300} placeholder="invoice:…" />
          </Form.Item>
        )}
        {by === 'invoice' && (
          <Flex gap={12} wrap>
            <Form.Item
              name="invoiceNumber"
              label={t('registry.invoiceNumber')}
              rules={required}
              style={{ flex: '1 1 220px' }}
            >
              <Input maxLength={64} />
            </Form.Item>
            <Form.Item
              name="debtorName"
              label={t('registry.debtorName')}
              rules={required}
              style={{ flex: '2 1 260px' }}
            >
              <Input maxLength={200} />
            </Form.Item>
          </Flex>
        )}
        <Form.Item name="reference" label={t('saved.reference')}>
          <Input maxLength={100} style={{ maxWidth: 320 }} />
        </Form.Item>
        <Flex gap={16} align="center" wrap>
          <Button
            type="primary"
            htmlType="submit"
            icon={<SearchOutlined aria-hidden />}
            loading={search.isPending}
          >
            {t('registry.searchNow')}
          </Button>
          <Form.Item name="includeEnded" valuePropName="checked" noStyle>
            <Checkbox>{t('registry.includeEnded')}</Checkbox>
          </Form.Item>
          {ended && (
            <Form.Item name="includeArchived" valuePropName="checked" preserve={false} noStyle>
              <Checkbox>{archive('include')}</Checkbox>
            </Form.Item>
          )}
        </Flex>
      </Form>
    </Card>
  );
}
