import { OutOfScopeFace } from '@dangjian/ui/faces'
import { useDoorTexts } from '@dangjian/door/door-texts'

/** For somebody whose role has no studio: said openly, with whom to ask. */
export function StudioClosed() {
  const t = useDoorTexts()
  return (
    <OutOfScopeFace order={1} title={t('face.notFoundTitle')}>
      {t('own.forbidden')}
    </OutOfScopeFace>
  )
}
