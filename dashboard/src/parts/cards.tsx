import { Radio, SimpleGrid } from '@mantine/core'
import classes from './cards.module.css'
import { Icon, type IconName } from './icon'

export interface Card<T extends string> {
  value: T
  label: string
  about: string
  icon: IconName
}

interface Props<T extends string> {
  label: string
  cards: Card<T>[]
  value: T
  onChange: (value: T) => void
  error?: string
}

// Cards are a choice of one, each with a sentence that says what it means. They are radio buttons.
export function Cards<T extends string>({ label, cards, value, onChange, error }: Props<T>) {
  return (
    <Radio.Group label={label} value={value} onChange={(chosen) => onChange(chosen as T)} error={error}>
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm" mt={6}>
        {cards.map((card) => (
          <Radio.Card key={card.value} value={card.value} className={classes.card} aria-label={`${card.label}: ${card.about}`}>
            <span className={classes.top}>
              <Icon name={card.icon} size={18} />
              <span className={classes.label}>{card.label}</span>
              <Radio.Indicator size="xs" />
            </span>
            <span className={classes.about}>{card.about}</span>
          </Radio.Card>
        ))}
      </SimpleGrid>
    </Radio.Group>
  )
}
