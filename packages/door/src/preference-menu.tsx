import { IconLanguage, IconMoon, IconSun, IconSunMoon } from '@dangjian/ui/icons'
import { ActionIcon, Menu, useMantineColorScheme } from '@dangjian/ui/kit'
import { useDoorTexts } from './door-texts.ts'
import { useLanguage } from './language.ts'

const languages = ['zh-CN', 'en'] as const
const schemes = [
  ['light', IconSun],
  ['dark', IconMoon],
  ['auto', IconSunMoon],
] as const

/** Language and appearance: kept by the browser. */
export function PreferenceMenu() {
  const t = useDoorTexts()
  const { language, change } = useLanguage()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Menu position="bottom-end" width={180}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={`${t('language.label')} / ${t('scheme.label')}`}
        >
          <IconLanguage size={20} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('language.label')}</Menu.Label>
        {languages.map((each) => (
          <Menu.Item
            key={each}
            role="menuitemradio"
            aria-checked={each === language}
            fw={each === language ? 600 : 400}
            lang={each}
            onClick={() => change(each)}
          >
            {t(`language.${each}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{t('scheme.label')}</Menu.Label>
        {schemes.map(([each, Icon]) => (
          <Menu.Item
            key={each}
            role="menuitemradio"
            aria-checked={each === colorScheme}
            fw={each === colorScheme ? 600 : 400}
            leftSection={<Icon size={16} aria-hidden />}
            onClick={() => setColorScheme(each)}
          >
            {t(`scheme.${each}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
