import type { accessPermissions } from '../permissions/access.ts'
import type { CommandOf } from '../permission.ts'
import type { Wording } from '../words.ts'

export const accessActionWords: Wording<CommandOf<typeof accessPermissions>> = {
  'zh-CN': {
    'access.sign-in': '登录',
    'access.sign-out': '退出登录',
    'access.choose-acting-grant': '切换身份',
    'access.change-password': '修改密码',
    'access.choose-password': '设置自己的密码',
    'access.revoke-session': '让一台设备退出',
    'access.grant-role': '授予角色',
    'access.revoke-role': '收回角色',
    'access.create-account': '新建账号',
    'access.disable-account': '停用账号',
    'access.reset-password': '重置密码',
    'access.enable-account': '重新启用账号',
    'access.upload-evidence': '上传佐证材料',
    'access.upload-course-media': '上传课程素材',
    'access.upload-work-points': '上传工作要点',
    'access.upload-approval': '上传批复',
    'access.upload-import': '上传导入文件',
  },
  en: {
    'access.sign-in': 'signed in',
    'access.sign-out': 'signed out',
    'access.choose-acting-grant': 'changed the role worn',
    'access.change-password': 'changed their password',
    'access.choose-password': 'chose a password of their own',
    'access.revoke-session': 'signed a device out',
    'access.grant-role': 'granted a role',
    'access.revoke-role': 'revoked a role',
    'access.create-account': 'made an account',
    'access.disable-account': 'disabled an account',
    'access.reset-password': 'reset a password',
    'access.enable-account': 'enabled an account again',
    'access.upload-evidence': 'uploaded evidence',
    'access.upload-course-media': 'uploaded course media',
    'access.upload-work-points': 'uploaded work points',
    'access.upload-approval': 'uploaded an approval',
    'access.upload-import': 'uploaded a file to import',
  },
}
