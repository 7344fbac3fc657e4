import { Link } from '@tanstack/react-router'
import type { Address } from '@dangjian/door/address'
import { Anchor } from '@dangjian/ui/kit'
import { panoramaFrom } from '../panorama/panorama-search.ts'
import { useTexts } from './texts.ts'

/** From a list that a figure opened back to the panorama as it was. */
export function WayToPanorama({ from }: { from: Address }) {
  const t = useTexts('panorama')
  return (
    <Anchor renderRoot={(props) => <Link to="/panorama" search={panoramaFrom(from)} {...props} />}>
      {t('list.back')}
    </Anchor>
  )
}
