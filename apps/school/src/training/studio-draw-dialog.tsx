import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { BankId, QuizSlot } from '@dangjian/domain/training'
import { EmptyFace } from '@dangjian/ui/faces'
import { Button, Group, Modal, NumberInput, Select, Stack, Text } from '@dangjian/ui/kit'
import { useLanguage } from '@dangjian/door/language'
import { useStudioTexts } from './studio-texts.ts'

export interface BankChoice {
  readonly id: BankId
  readonly title: string
  readonly active: number
  readonly categories: readonly { readonly category: string; readonly count: number }[]
}

/** Stands for the whole bank in the list of categories, where an empty name is a category as well. */
const ALL = '*'

/** How many questions each learner gets from a bank, drawn anew for each attempt. */
export function DrawDialog({
  banks,
  onDraw,
  onClose,
}: {
  banks: readonly BankChoice[]
  onDraw: (slot: QuizSlot) => void
  onClose: () => void
}) {
  const t = useStudioTexts()
  const { words } = useLanguage()
  const [bankId, setBankId] = useState<string | null>(banks[0]?.id ?? null)
  const [category, setCategory] = useState<string>(ALL)
  const [count, setCount] = useState(5)
  const [marks, setMarks] = useState(2)
  const bank = banks.find(({ id }) => id === bankId)
  const available =
    category === ALL
      ? (bank?.active ?? 0)
      : (bank?.categories.find((each) => `=${each.category}` === category)?.count ?? 0)
  return (
    <Modal opened onClose={onClose} title={t('quiz.addDrawn')}>
      {banks.length === 0 ? (
        <NoBanks />
      ) : (
        <Stack gap="md">
          <Select
            label={t('quiz.bank')}
            data={banks.map(({ id, title }) => ({ value: id, label: title }))}
            value={bankId}
            allowDeselect={false}
            onChange={(value) => {
              setBankId(value)
              setCategory(ALL)
            }}
          />
          <Select
            label={t('quiz.category')}
            allowDeselect={false}
            data={[
              { value: ALL, label: t('quiz.allCategories') },
              ...(bank?.categories ?? []).map((each) => ({
                value: `=${each.category}`,
                label: `${each.category || t('quiz.uncategorised')}（${each.count}）`,
              })),
            ]}
            value={category}
            onChange={(value) => setCategory(value ?? ALL)}
          />
          <Group grow align="flex-start">
            <NumberInput
              label={t('quiz.count')}
              min={1}
              max={200}
              allowDecimal={false}
              value={count}
              onChange={(value) => setCount(Math.max(1, Math.min(200, Math.round(Number(value)) || 1)))}
            />
            <NumberInput
              label={t('quiz.marks')}
              min={0.5}
              max={100}
              step={0.5}
              value={marks}
              onChange={(value) => setMarks(Math.max(0.5, Math.min(100, Math.round(Number(value) * 2) / 2 || 1)))}
            />
          </Group>
          <Text size="sm" c={count > available ? 'var(--tone-bad-text)' : 'dimmed'} role="status">
            {t('quiz.available', { count: available })}
          </Text>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {words.cancel}
            </Button>
            <Button
              onClick={() => {
                if (bank)
                  onDraw({
                    kind: 'drawn',
                    bankId: bank.id,
                    category: category === ALL ? null : category.slice(1),
                    count,
                    marks,
                  })
              }}
            >
              {t('quiz.add')}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  )
}

/** Teaches where questions come from. */
export function NoBanks() {
  const t = useStudioTexts()
  return (
    <EmptyFace
      title={t('quiz.noBanks')}
      act={
        <Button component={Link} to="/studio/banks" variant="default">
          {t('quiz.toBanks')}
        </Button>
      }
    >
      {t('quiz.noBanksLead')}
    </EmptyFace>
  )
}
