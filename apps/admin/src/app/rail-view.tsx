import { Link } from '@tanstack/react-router'
import { frameClasses } from '@dangjian/ui/console-frame'
import { useLanguage } from '@dangjian/door/language'
import { useTexts } from './texts.ts'
import { useRail } from './use-rail.ts'

/** The wings and their pages, at the left or in the drawer. A wing of one page of the same name says it once. */
export function RailView({ onFollow }: { onFollow: () => void }) {
  const wings = useRail()
  const t = useTexts('frame')
  const { language } = useLanguage()
  return wings.map((wing) => (
    <section key={wing.key} aria-label={t(`wing.${wing.key}`)}>
      {wing.items.length === 1 && wing.items[0]?.label[language] === t(`wing.${wing.key}`) ? null : (
        <p className={frameClasses.wing} aria-hidden>
          {t(`wing.${wing.key}`)}
        </p>
      )}
      <ul className={frameClasses.list}>
        {wing.items.map(({ to, label, icon: Icon }) => (
          <li key={to}>
            <Link
              to={to}
              className={frameClasses.item ?? ''}
              activeOptions={{ exact: to === '/', includeSearch: false }}
              onClick={onFollow}
            >
              <Icon stroke={1.5} aria-hidden />
              {label[language]}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  ))
}
