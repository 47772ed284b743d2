import { roleAbout, roleNames, roles } from '@/app/roles'
import { useWorkspace } from '@/app/workspace'
import { Panel } from '@/parts/panel'
import { Tag } from '@/parts/tag'
import classes from './members.module.css'

// Roles is what each role may do.
export function Roles() {
  const { role: own } = useWorkspace()
  return (
    <Panel title="What each role may do" about="Nobody gives, takes or removes a role above their own.">
      <dl className={classes.roles}>
        {roles.map((role) => (
          <div key={role} className={classes.role}>
            <dt>
              {roleNames[role]} {role === own && <Tag tone="info">Yours</Tag>}
            </dt>
            <dd>{roleAbout[role]}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}
