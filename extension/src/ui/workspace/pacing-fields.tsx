import type { ReactNode } from 'react'
import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { Checkbox, Chip, Group, Input, NumberInput, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useFormats } from '../kit/use-formats.ts'
import type { PacingForm, PacingProblem, PacingProblems } from './pacing-form.ts'
import { WEEK } from './week.ts'

const PROBLEMS: Readonly<Record<PacingProblem, MessageDescriptor>> = {
  seconds: msg`From 0 to 3,600 seconds`,
  'most-below-least': msg`Not less than the shortest pause`,
  'per-day': msg`A whole number from 0 to 100,000`,
  unanswered: msg`A whole number from 1 to 100`,
  'no-day': msg`Choose at least one day; to send nothing at all, pause the campaign`,
  'ends-before-start': msg`Two times of day, the end after the start`,
}

interface Props {
  readonly form: PacingForm
  readonly problems: PacingProblems
  readonly onChange: (part: Partial<PacingForm>) => void
}

/** All that can be set about the pace, each field with what is wrong in it. */
export function PacingFields(props: Props): ReactNode {
  return (
    <Stack>
      <SimpleGrid cols={2}>
        <NumberField
          {...props}
          name="least"
          label={<Trans>Shortest pause</Trans>}
          description={<Trans>Seconds between two messages</Trans>}
        />
        <NumberField
          {...props}
          name="most"
          label={<Trans>Longest pause</Trans>}
          description={<Trans>Seconds; each pause is somewhere in between</Trans>}
        />
        <NumberField
          {...props}
          name="warm"
          label={<Trans>Daily to people who write to you</Trans>}
          description={<Trans>Messages to those who wrote in the last 30 days</Trans>}
        />
        <NumberField
          {...props}
          name="cold"
          label={<Trans>Daily to everyone else</Trans>}
          description={<Trans>Messages; 0: to nobody else</Trans>}
        />
        <NumberField
          {...props}
          name="unanswered"
          label={<Trans>Messages without an answer</Trans>}
          description={<Trans>In a row, to the same person</Trans>}
        />
      </SimpleGrid>
      <HoursFields {...props} />
    </Stack>
  )
}

interface NumberFieldProps extends Props {
  readonly name: 'least' | 'most' | 'warm' | 'cold' | 'unanswered'
  readonly label: ReactNode
  readonly description: ReactNode
}

function NumberField({ form, problems, onChange, name, label, description }: NumberFieldProps): ReactNode {
  const { i18n } = useLingui()
  const problem = problems[name]
  return (
    <NumberInput
      label={label}
      description={description}
      value={form[name]}
      onChange={(value) => {
        onChange({ [name]: value })
      }}
      error={problem && i18n._(PROBLEMS[problem])}
      allowNegative={false}
      hideControls
    />
  )
}

function HoursFields({ form, problems, onChange }: Props): ReactNode {
  return (
    <Stack gap="sm">
      <Checkbox
        label={<Trans>Only in business hours</Trans>}
        checked={!form.always}
        onChange={(event) => {
          onChange({ always: !event.currentTarget.checked })
        }}
      />
      {!form.always && (
        <>
          <DaysField form={form} problems={problems} onChange={onChange} />
          <Group align="start">
            <TimeField form={form} problems={problems} onChange={onChange} name="from" label={<Trans>From</Trans>} />
            <TimeField form={form} problems={problems} onChange={onChange} name="to" label={<Trans>To</Trans>} />
          </Group>
        </>
      )}
    </Stack>
  )
}

function DaysField({ form, problems, onChange }: Props): ReactNode {
  const { t, i18n } = useLingui()
  const { weekday } = useFormats()
  return (
    <Input.Wrapper labelElement="div" error={problems.days && i18n._(PROBLEMS[problems.days])}>
      <Chip.Group
        multiple
        value={form.days.map(String)}
        onChange={(days) => {
          onChange({ days: days.map(Number) })
        }}
      >
        <Group gap={6} role="group" aria-label={t`Days`}>
          {WEEK.map((day) => (
            <Chip key={day} value={String(day)} size="xs" variant="light">
              {weekday(day)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </Input.Wrapper>
  )
}

interface TimeFieldProps extends Props {
  readonly name: 'from' | 'to'
  readonly label: ReactNode
}

function TimeField({ form, problems, onChange, name, label }: TimeFieldProps): ReactNode {
  const { i18n } = useLingui()
  const problem = problems[name]
  return (
    <TextInput
      type="time"
      w={140}
      label={label}
      value={form[name]}
      onChange={(event) => {
        onChange({ [name]: event.currentTarget.value })
      }}
      error={problem && i18n._(PROBLEMS[problem])}
    />
  )
}
